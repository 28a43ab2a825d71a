package org.kinmark.rules.boundary;

import static org.kinmark.rules.boundary.Limit.EXPLAINING_INDICATORS;
import static org.kinmark.rules.boundary.Limit.EXPLAINING_KINDS;
import static org.kinmark.rules.boundary.Limit.EXPLAINING_MEMBERS;

import java.util.Collection;

/// Over how much some explanations are spread: what hides which of them is true.
///
/// Someone who does not count yet hides nobody, and a unit of the council adds no kind.
///
/// @param specialistKinds kinds other than general practice
record Spread(int people, int indicators, int specialistKinds, boolean generalPractice) {

    static Spread of(Collection<Explanation> explanations) {
        var hiding = explanations.stream().filter(Explanation::hides).toList();
        var kinds = hiding.stream()
                .filter(one -> !one.fromTheCouncil())
                .map(Explanation::kind)
                .distinct()
                .toList();
        boolean practice = kinds.contains(ServiceKind.GP_PRACTICE);
        return new Spread(
                (int) hiding.stream().map(Explanation::person).distinct().count(),
                (int) hiding.stream().map(Explanation::indicator).distinct().count(),
                kinds.size() - (practice ? 1 : 0),
                practice);
    }

    int kinds() {
        return specialistKinds + (generalPractice ? 1 : 0);
    }

    /// Whether a whole question hides what it asks.
    boolean isEnough(Limits limits) {
        return hidesWho(limits) && limits.reached(EXPLAINING_KINDS, kinds());
    }

    /// Whether what remains of a question still does: general practice may be all that remains, for its patients have
    /// every kind of need.
    boolean isEnoughToRemain(Limits limits) {
        return hidesWho(limits) && (generalPractice || limits.reached(EXPLAINING_KINDS, specialistKinds));
    }

    private boolean hidesWho(Limits limits) {
        return limits.reached(EXPLAINING_MEMBERS, people) && limits.reached(EXPLAINING_INDICATORS, indicators);
    }
}
