package org.kinmark.marker;

import java.util.List;
import java.util.Map;

/// What the matched may have: agreed codes alone.
///
/// @param byPatient in the file's order, by the patient's number in the register
/// @param read how many rows the file has
/// @param leftOut how many of them have no usable patient, date or code
/// @param notInRegister how many are of nobody who may be matched
record Conditions(Map<Integer, List<Condition>> byPatient, int read, int leftOut, int notInRegister) {

    /// The agreed codes of one patient.
    List<Condition> of(int patient) {
        return byPatient.getOrDefault(patient, List.of());
    }

    /// Hides who has what.
    @Override
    public String toString() {
        return "Conditions[" + read + "]";
    }
}
