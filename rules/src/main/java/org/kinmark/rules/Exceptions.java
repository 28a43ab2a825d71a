package org.kinmark.rules;

import static org.kinmark.rules.Adviser.THREE_ADVISERS;
import static org.kinmark.rules.Duty.*;
import static org.kinmark.rules.Fact.URGENT;
import static org.kinmark.rules.Reason.*;
import static org.kinmark.rules.Row.*;
import static org.kinmark.rules.Rule.*;
import static org.kinmark.rules.Words.*;

import java.util.Optional;
import org.kinmark.rules.Decision.Refer;
import org.kinmark.rules.Decision.Share;

/// X. Exceptions: what may still be shared, or must be judged by a person, where a table of [Rules] says "X, else".
///
/// Source: interim guidance, rule 4; for best interests, rule 2.
final class Exceptions {

    private Exceptions() {}

    /// The first row that fits; empty where none does, or where the ground is not read.
    static Optional<Decision> of(SharingRequest r) {
        return isGroundRead(r) ? firstRow(r) : Optional.empty();
    }

    /// Never for a health record; to another body, only a legal requirement; after a withdrawal, only that and harm.
    private static boolean isGroundRead(SharingRequest r) {
        boolean toOther = r.recipient() == Recipient.OTHER;
        return r.content() != Content.HEALTH_RECORD
                && switch (r.ground()) {
                    case NONE -> false;
                    case LEGAL_REQUIREMENT -> true;
                    case CHILD_AT_RISK_OF_SIGNIFICANT_HARM, ADULT_AT_RISK_OF_SERIOUS_HARM -> !toOther;
                    case PUBLIC_INTEREST, BEST_INTERESTS -> !toOther && !withdrawn(r);
                };
    }

    private static Optional<Decision> firstRow(SharingRequest r) {
        boolean anyOfTheFour = r.ground() != Ground.BEST_INTERESTS;
        boolean approved = approvedByAnyOf(r, THREE_ADVISERS);
        boolean bestInterests = r.ground() == Ground.BEST_INTERESTS && lacksCapacityFrom16(r);
        return Table.of(r)
                .row(
                        r.ground().isHarm() && r.is(URGENT),
                        new Share(X1, FOUR, dutiesOfOverriding(r, REVIEW_WITHIN_ONE_WORKING_DAY)))
                .row(anyOfTheFour && approved, new Share(X2, FOUR, dutiesOfOverriding(r)))
                .row(anyOfTheFour, new Refer(X3, FOUR, THREE_ADVISERS, ADVICE_NEEDED))
                .row(bestInterests && refusedByRightDecider(r), new Refer(X4, TWO, THREE_ADVISERS, DECIDER_REFUSED))
                .row(
                        bestInterests,
                        new Share(
                                X5,
                                TWO,
                                KEEP_PERSON_INFORMED,
                                RECORD_BEST_INTERESTS_DECISION,
                                REMOVE_WHAT_CONCERNS_OTHERS,
                                SHARE_ONLY_WHAT_IS_RELEVANT))
                .otherwiseNone();
    }
}
