package org.kinmark.marker;

import org.kinmark.exchange.ListedPerson;

/// A link that the software found, before anyone's word on it is heard.
///
/// @param number the patient's, in the register
record Candidate(ListedPerson person, Patient patient, int number, double probability) {

    /// Whether these are the two, by the references that this round's files know them by.
    boolean is(String personRef, String patientId) {
        return person.person().value().equals(personRef) && patient.id().equals(patientId);
    }

    /// Hides who it is.
    @Override
    public String toString() {
        return "Candidate[hidden]";
    }
}
