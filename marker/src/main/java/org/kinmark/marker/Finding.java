package org.kinmark.marker;

import java.util.List;
import java.util.Optional;
import org.kinmark.exchange.ListedPerson;
import org.kinmark.linkage.Explanation;

/// A person on the list and the patient who is, or may be, the same.
///
/// @param why it is as likely as it is
/// @param word what a professional said of it, if one did: then `link` follows from that and not from the probability
/// @param reasons what makes the patient's family a priority, or would if the link is right; may be empty
record Finding(
        ListedPerson person,
        Patient patient,
        double probability,
        Explanation why,
        LinkState link,
        Optional<Word> word,
        List<Reason> reasons) {

    /// Whether this alone suggests the family.
    boolean suggests() {
        return link == LinkState.ACCEPTED && !reasons.isEmpty();
    }

    /// Whether a professional has to decide on the family because of this.
    boolean needsJudgement() {
        return link == LinkState.DOUBTFUL || suggests();
    }

    /// Whether it is a link still, and not one that somebody has set aside.
    boolean stands() {
        return link != LinkState.SET_ASIDE;
    }

    /// Whether the review page has something to say of it.
    boolean isShown() {
        return needsJudgement() || word.isPresent();
    }

    /// Hides who it is and what they have.
    @Override
    public String toString() {
        return "Finding[hidden]";
    }
}
