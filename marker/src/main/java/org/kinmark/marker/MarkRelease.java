package org.kinmark.marker;

import org.kinmark.exchange.Judgement;
import org.kinmark.rules.Content;
import org.kinmark.rules.Decision;
import org.kinmark.rules.Fact;
import org.kinmark.rules.Holder;
import org.kinmark.rules.Purpose;
import org.kinmark.rules.Recipient;
import org.kinmark.rules.Rules;
import org.kinmark.rules.SharingRequest;

/// Asks the rules before a family's mark leaves the service; nothing else decides that it may.
final class MarkRelease {

    private MarkRelease() {}

    /// Whether the mark of a family on the list says priority: a professional judged so, and the rules let it go.
    static boolean saysPriority(Judgement judgement) {
        return switch (Rules.decide(request(judgement))) {
            case Decision.Share _ -> judgement == Judgement.PRIORITY;
            case Decision.Withhold _, Decision.Refer _ -> false;
        };
    }

    /// The list came with the agreement under which it was sent, so both are taken as they stand. Whoever objected was
    /// dropped with all that is known of them, so no objection is left to speak of.
    private static SharingRequest request(Judgement judgement) {
        var request = SharingRequest.of(Purpose.IDENTIFICATION, Content.FAMILY_MARK, Recipient.FAMILY_TEAM)
                .holder(Holder.HEALTH_SERVICE)
                .fact(Fact.AGREEMENT_IN_FORCE)
                .fact(Fact.WITHIN_AGREEMENT)
                .fact(Fact.FAMILY_ON_LIST);
        return switch (judgement) {
            case PRIORITY, NOT_PRIORITY ->
                request.fact(Fact.JUDGED_BY_PROFESSIONAL).build();
            case NOT_JUDGED -> request.build();
        };
    }
}
