package org.kinmark.hub.agreement;

import java.time.LocalDate;
import java.util.UUID;
import org.kinmark.rules.Content;
import org.kinmark.rules.Decision;
import org.kinmark.rules.Fact;
import org.kinmark.rules.Holder;
import org.kinmark.rules.Purpose;
import org.kinmark.rules.Recipient;
import org.kinmark.rules.Rules;
import org.kinmark.rules.SharingRequest;

/// A mark is a sharing as any other: of a list that went out under an agreement, judged by a professional, and only
/// while that agreement is in force between the team and the service. These are facts that the team knows.
///
/// Source: rule 5, and the tables of the five rules, M.
public final class SharedMark {

    private SharedMark() {}

    /// What the rules say of a service's marks on a day.
    public static Decision decide(Agreement agreement, UUID service, LocalDate day) {
        var request = SharingRequest.of(Purpose.IDENTIFICATION, Content.FAMILY_MARK, Recipient.FAMILY_TEAM)
                .holder(Holder.HEALTH_SERVICE)
                .fact(Fact.FAMILY_ON_LIST)
                .fact(Fact.JUDGED_BY_PROFESSIONAL);
        if (agreement.isInForceWith(service, day)) {
            request.fact(Fact.AGREEMENT_IN_FORCE);
        }
        if (agreement.party(service).isPresent()) {
            request.fact(Fact.WITHIN_AGREEMENT);
        }
        return Rules.decide(request.build());
    }
}
