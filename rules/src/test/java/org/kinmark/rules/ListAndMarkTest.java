package org.kinmark.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kinmark.rules.Adviser.*;
import static org.kinmark.rules.Duty.*;
import static org.kinmark.rules.Reason.*;
import static org.kinmark.rules.Requests.*;
import static org.kinmark.rules.Row.*;
import static org.kinmark.rules.Rule.*;

import org.junit.jupiter.api.Test;
import org.kinmark.rules.Consent.State;
import org.kinmark.rules.Decision.Share;
import org.kinmark.rules.Decision.Withhold;

/// Tables A, L and M, row by row.
class ListAndMarkTest {

    @Test
    void A1_statistics_about_nobody_are_shared_under_disclosure_control() {
        assertThat(decide(SharingRequest.of(Purpose.SUPPORT, Content.ANONYMISED_STATISTICS, Recipient.OTHER)))
                .isEqualTo(new Share(A1, THREE, APPLY_DISCLOSURE_CONTROL));
    }

    @Test
    void L1_a_list_is_for_identification_by_the_team_to_care_professionals() {
        var withheld = new Withhold(L1, ONE, LIST_IS_FOR_IDENTIFICATION);
        assertThat(decide(list().holder(Holder.HEALTH_SERVICE))).isEqualTo(withheld);
        assertThat(decide(facts(
                        SharingRequest.of(Purpose.REFERRAL, Content.FAMILY_LIST, Recipient.CARE_PROFESSIONAL)
                                .holder(Holder.FAMILY_TEAM),
                        Fact.values())))
                .isEqualTo(withheld);
        assertThat(decide(facts(
                        SharingRequest.of(Purpose.IDENTIFICATION, Content.FAMILY_LIST, Recipient.EVALUATOR)
                                .holder(Holder.FAMILY_TEAM),
                        Fact.values())))
                .isEqualTo(withheld);
    }

    @Test
    void L2_no_list_without_an_agreement_in_force() {
        assertThat(decide(teamsList(Fact.WITHIN_AGREEMENT, Fact.NOTICE_IN_FORCE, Fact.MEETS_OTHER_CRITERION)))
                .isEqualTo(new Withhold(L2, FIVE, NO_AGREEMENT_IN_FORCE));
    }

    @Test
    void L3_no_list_outside_the_agreement() {
        assertThat(decide(teamsList(Fact.AGREEMENT_IN_FORCE, Fact.NOTICE_IN_FORCE, Fact.MEETS_OTHER_CRITERION)))
                .isEqualTo(new Withhold(L3, FIVE, OUTSIDE_THE_AGREEMENT));
    }

    @Test
    void L4_no_list_before_families_are_informed() {
        assertThat(decide(teamsList(Fact.AGREEMENT_IN_FORCE, Fact.WITHIN_AGREEMENT, Fact.MEETS_OTHER_CRITERION)))
                .isEqualTo(new Withhold(L4, ONE, NOT_INFORMED));
    }

    @Test
    void L5_no_family_that_is_known_for_its_health_alone() {
        assertThat(decide(teamsList(Fact.AGREEMENT_IN_FORCE, Fact.WITHIN_AGREEMENT, Fact.NOTICE_IN_FORCE)))
                .isEqualTo(new Withhold(L5, ONE, NO_OTHER_CRITERION));
    }

    @Test
    void L6_whoever_objects_is_left_off_a_list_and_no_exception_reaches_it() {
        var withheld = new Withhold(L6, FOUR, PERSON_OBJECTS, EXPLAIN_CONSEQUENCES);
        assertThat(decide(list().objection(Objection.SELF))).isEqualTo(withheld);
        assertThat(decide(list().objection(Objection.PARENTAL_RESPONSIBILITY)
                        .person(ADULT)
                        .ground(Ground.LEGAL_REQUIREMENT)
                        .approval(CALDICOTT_GUARDIAN)))
                .isEqualTo(withheld);
    }

    @Test
    void L7_a_list_goes_where_everything_is_in_order() {
        assertThat(decide(list())).isEqualTo(new Share(L7, ONE, KEEP_PERSON_INFORMED));
    }

    @Test
    void a_list_reads_no_consent() {
        assertThat(decide(list().person(ADULT).consent(consent(State.WITHDRAWN, Decider.SELF))))
                .isEqualTo(new Share(L7, ONE, KEEP_PERSON_INFORMED));
    }

    @Test
    void M1_a_mark_is_for_identification_by_a_health_service_to_the_team() {
        var withheld = new Withhold(M1, ONE, MARK_IS_FOR_IDENTIFICATION);
        assertThat(decide(mark().holder(Holder.FAMILY_TEAM))).isEqualTo(withheld);
        assertThat(decide(facts(
                        SharingRequest.of(Purpose.EVALUATION, Content.FAMILY_MARK, Recipient.FAMILY_TEAM),
                        Fact.values())))
                .isEqualTo(withheld);
        assertThat(decide(facts(
                        SharingRequest.of(
                                Purpose.IDENTIFICATION, Content.FAMILY_MARK, Recipient.SAFEGUARDING_AUTHORITY),
                        Fact.values())))
                .isEqualTo(withheld);
    }

    @Test
    void M2_no_mark_without_an_agreement_in_force() {
        assertThat(decide(servicesMark(Fact.WITHIN_AGREEMENT, Fact.FAMILY_ON_LIST, Fact.JUDGED_BY_PROFESSIONAL)))
                .isEqualTo(new Withhold(M2, FIVE, NO_AGREEMENT_IN_FORCE));
    }

    @Test
    void M3_no_mark_outside_the_agreement() {
        assertThat(decide(servicesMark(Fact.AGREEMENT_IN_FORCE, Fact.FAMILY_ON_LIST, Fact.JUDGED_BY_PROFESSIONAL)))
                .isEqualTo(new Withhold(M3, FIVE, OUTSIDE_THE_AGREEMENT));
    }

    @Test
    void M4_no_mark_for_a_family_that_was_not_asked_about() {
        assertThat(decide(servicesMark(Fact.AGREEMENT_IN_FORCE, Fact.WITHIN_AGREEMENT, Fact.JUDGED_BY_PROFESSIONAL)))
                .isEqualTo(new Withhold(M4, ONE, FAMILY_NOT_ON_LIST));
    }

    @Test
    void M5_no_mark_that_no_professional_judged() {
        assertThat(decide(servicesMark(Fact.AGREEMENT_IN_FORCE, Fact.WITHIN_AGREEMENT, Fact.FAMILY_ON_LIST)))
                .isEqualTo(new Withhold(M5, ONE, NOT_JUDGED));
    }

    @Test
    void M6_whoever_objects_counts_for_nothing_in_a_mark_and_no_exception_reaches_it() {
        var withheld = new Withhold(M6, FOUR, PERSON_OBJECTS, EXPLAIN_CONSEQUENCES);
        assertThat(decide(mark().objection(Objection.ATTORNEY_OR_DEPUTY))).isEqualTo(withheld);
        assertThat(decide(mark().objection(Objection.SELF)
                        .ground(Ground.CHILD_AT_RISK_OF_SIGNIFICANT_HARM)
                        .fact(Fact.URGENT)))
                .isEqualTo(withheld);
    }

    @Test
    void M7_a_mark_goes_where_everything_is_in_order() {
        assertThat(decide(mark())).isEqualTo(new Share(M7, ONE, KEEP_PERSON_INFORMED));
    }

    private static SharingRequest.Builder teamsList(Fact... facts) {
        return facts(
                SharingRequest.of(Purpose.IDENTIFICATION, Content.FAMILY_LIST, Recipient.CARE_PROFESSIONAL)
                        .holder(Holder.FAMILY_TEAM),
                facts);
    }

    private static SharingRequest.Builder servicesMark(Fact... facts) {
        return facts(SharingRequest.of(Purpose.IDENTIFICATION, Content.FAMILY_MARK, Recipient.FAMILY_TEAM), facts);
    }

    private static Decision decide(SharingRequest.Builder request) {
        return Rules.decide(request.build());
    }
}
