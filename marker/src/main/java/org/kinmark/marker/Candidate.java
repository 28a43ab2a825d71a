package org.kinmark.marker;

import org.kinmark.exchange.ListedPerson;
import org.kinmark.linkage.Explanation;

/// A link that the software found, before anyone's word on it is heard.
///
/// @param number the patient's, in the register
/// @param why it is as likely as it is
record Candidate(ListedPerson person, Patient patient, int number, double probability, Explanation why) {

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
