package org.kinmark.hub.objection;

import org.kinmark.rules.Content;
import org.kinmark.rules.Decision;
import org.kinmark.rules.Fact;
import org.kinmark.rules.Holder;
import org.kinmark.rules.Objection;
import org.kinmark.rules.Purpose;
import org.kinmark.rules.Recipient;
import org.kinmark.rules.Rules;
import org.kinmark.rules.SharingRequest;

/// What the rules say of one person of a family whose list was to go, or has gone: everything else was
/// decided for the family as a whole, and only that this person objected is new.
///
/// On lists and marks an objection counts whoever of those who may speak for the person said it: a young
/// person's against their parents, a parent's for a child of 17. Nobody has to judge who is right, for
/// nothing is lost by it.
///
/// Source: the tables of the five rules, L6 and M6.
public final class Withheld {

    private Withheld() {}

    /// Of the list.
    public static Decision list(Objection by) {
        return Rules.decide(SharingRequest.of(Purpose.IDENTIFICATION, Content.FAMILY_LIST, Recipient.CARE_PROFESSIONAL)
                .holder(Holder.FAMILY_TEAM)
                .fact(Fact.AGREEMENT_IN_FORCE)
                .fact(Fact.WITHIN_AGREEMENT)
                .fact(Fact.NOTICE_IN_FORCE)
                .fact(Fact.MEETS_OTHER_CRITERION)
                .objection(by)
                .build());
    }

    /// Of the mark.
    static Decision mark(Objection by) {
        return Rules.decide(SharingRequest.of(Purpose.IDENTIFICATION, Content.FAMILY_MARK, Recipient.FAMILY_TEAM)
                .holder(Holder.HEALTH_SERVICE)
                .fact(Fact.AGREEMENT_IN_FORCE)
                .fact(Fact.WITHIN_AGREEMENT)
                .fact(Fact.FAMILY_ON_LIST)
                .fact(Fact.JUDGED_BY_PROFESSIONAL)
                .objection(by)
                .build());
    }
}
