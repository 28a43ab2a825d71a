package org.kinmark.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kinmark.rules.Adviser.*;
import static org.kinmark.rules.Duty.*;
import static org.kinmark.rules.Reason.*;
import static org.kinmark.rules.Requests.*;
import static org.kinmark.rules.Row.*;
import static org.kinmark.rules.Rule.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kinmark.rules.Consent.State;
import org.kinmark.rules.Decision.Refer;
import org.kinmark.rules.Decision.Share;
import org.kinmark.rules.Decision.Withhold;
import org.kinmark.rules.Person.Capacity;

/// Tables I and P, row by row.
class IdentificationAndCareTest {

    @Test
    void I1_before_consent_there_is_only_the_mark() {
        assertThat(decide(about(Purpose.IDENTIFICATION, Recipient.FAMILY_TEAM)
                        .person(ADULT)
                        .consent(given(Decider.SELF))))
                .isEqualTo(new Withhold(I1, ONE, ONLY_THE_MARK_BEFORE_CONSENT));
    }

    @Test
    void I1_reads_exceptions_but_not_best_interests() {
        var identification =
                about(Purpose.IDENTIFICATION, Recipient.FAMILY_TEAM).person(ADULT_LACKING_CAPACITY);
        assertThat(decide(identification.ground(Ground.BEST_INTERESTS)))
                .isEqualTo(new Withhold(I1, ONE, ONLY_THE_MARK_BEFORE_CONSENT));
        assertThat(decide(identification.ground(Ground.PUBLIC_INTEREST)))
                .isEqualTo(new Refer(
                        X3,
                        FOUR,
                        List.of(CALDICOTT_GUARDIAN, SENIOR_CLINICIAN, SENIOR_SOCIAL_CARE_MANAGER),
                        ADVICE_NEEDED));
    }

    @Test
    void P1_an_objection_stops_sharing_between_people_who_care() {
        assertThat(decide(directCare().objection(Objection.SELF)))
                .isEqualTo(new Withhold(P1, FOUR, PERSON_OBJECTS, EXPLAIN_CONSEQUENCES));
        assertThat(decide(directCare().consent(consent(State.REFUSED, Decider.SELF))))
                .isEqualTo(new Withhold(P1, FOUR, CONSENT_REFUSED, EXPLAIN_CONSEQUENCES));
        assertThat(decide(directCare().consent(consent(State.WITHDRAWN, Decider.SELF))))
                .isEqualTo(new Withhold(
                        P1,
                        FOUR,
                        CONSENT_WITHDRAWN,
                        List.of(EXPLAIN_CONSEQUENCES, EXPLAIN_SUPPORT_MAY_BE_AFFECTED, STOP_FURTHER_SHARING)));
    }

    @Test
    void P1_yields_to_an_exception() {
        assertThat(decide(directCare().objection(Objection.SELF).ground(Ground.PUBLIC_INTEREST))
                        .row())
                .isEqualTo(X3);
    }

    @Test
    void P2_not_even_for_care_is_a_whole_record_relevant() {
        assertThat(decide(SharingRequest.of(Purpose.DIRECT_CARE, Content.HEALTH_RECORD, Recipient.CARE_PROFESSIONAL)
                        .person(ADULT)))
                .isEqualTo(new Withhold(P2, TWO, MORE_THAN_RELEVANT));
    }

    @Test
    void P3_who_lacks_capacity_needs_a_right_decider() {
        assertThat(decide(directCare().person(ADULT_LACKING_CAPACITY)))
                .isEqualTo(new Refer(
                        P3,
                        TWO,
                        List.of(CALDICOTT_GUARDIAN, SENIOR_CLINICIAN, SENIOR_SOCIAL_CARE_MANAGER),
                        LACKS_CAPACITY));
        assertThat(decide(directCare().person(aged(16, Capacity.LACKS)).consent(given(Decider.SELF))))
                .isEqualTo(new Refer(
                        P3,
                        TWO,
                        List.of(CALDICOTT_GUARDIAN, SENIOR_CLINICIAN, SENIOR_SOCIAL_CARE_MANAGER),
                        LACKS_CAPACITY));
        assertThat(decide(directCare().person(ADULT_LACKING_CAPACITY).consent(given(Decider.ATTORNEY_OR_DEPUTY)))
                        .row())
                .isEqualTo(P4);
        assertThat(decide(directCare().person(aged(17, Capacity.LACKS)).consent(given(Decider.PARENTAL_RESPONSIBILITY)))
                        .row())
                .isEqualTo(P4);
        assertThat(decide(directCare().person(aged(15, Capacity.LACKS))).row()).isEqualTo(P4);
        assertThat(decide(directCare().person(ADULT_LACKING_CAPACITY).ground(Ground.BEST_INTERESTS))
                        .row())
                .isEqualTo(X5);
    }

    @Test
    void P4_consent_is_implied_between_people_who_care() {
        assertThat(decide(directCare()))
                .isEqualTo(new Share(
                        P4, TWO, KEEP_PERSON_INFORMED, REMOVE_WHAT_CONCERNS_OTHERS, SHARE_ONLY_WHAT_IS_RELEVANT));
    }

    @Test
    void care_by_the_family_team_is_no_care_between_people_who_care() {
        assertThat(decide(directCare().holder(Holder.FAMILY_TEAM)).row()).isEqualTo(T7);
        assertThat(decide(about(Purpose.DIRECT_CARE, Recipient.FAMILY_TEAM).person(ADULT))
                        .row())
                .isEqualTo(T7);
    }

    private static Decision decide(SharingRequest.Builder request) {
        return Rules.decide(request.build());
    }
}
