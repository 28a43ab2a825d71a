package org.kinmark.marker;

import java.util.List;
import org.kinmark.exchange.ListedPerson;

/// A person on the list and the patient who is, or may be, the same.
///
/// @param reasons what makes the patient's family a priority, or would if the link is right; may be empty
record Finding(ListedPerson person, Patient patient, double probability, LinkState link, List<Reason> reasons) {

    /// Whether this alone suggests the family.
    boolean suggests() {
        return link == LinkState.ACCEPTED && !reasons.isEmpty();
    }

    /// Whether a professional has to decide on the family because of this.
    boolean needsJudgement() {
        return link == LinkState.DOUBTFUL || suggests();
    }

    /// Hides who it is and what they have.
    @Override
    public String toString() {
        return "Finding[hidden]";
    }
}
