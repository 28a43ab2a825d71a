package org.kinmark.marker;

import java.util.Map;
import org.kinmark.linkage.Records;

/// The patients who may be matched: those who have not objected and were registered and alive on the day.
///
/// @param numbers each patient's number among them, from 0, by the id that conditions use
/// @param records who they are, numbered likewise
/// @param objected how many were left out because they object
/// @param gone how many were left out because they had left or died
/// @param wrongEndDates how many dates of leaving or dying are none; they count as missing
record Register(Map<String, Integer> numbers, Records records, int objected, int gone, int wrongEndDates) {

    /// Hides the patients.
    @Override
    public String toString() {
        return "Register[" + numbers.size() + "]";
    }
}
