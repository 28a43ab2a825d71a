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
import org.kinmark.rules.Person.Capacity;

/// Table X, row by row, reached through the tables that say "X, else".
class ExceptionsTest {

    @Test
    void X1_where_waiting_is_dangerous_it_is_shared_and_reviewed() {
        assertThat(decide(refused()
                        .ground(Ground.CHILD_AT_RISK_OF_SIGNIFICANT_HARM)
                        .fact(Fact.URGENT)))
                .isEqualTo(new Share(
                        X1,
                        FOUR,
                        REFER_TO_SAFEGUARDING,
                        REMOVE_WHAT_CONCERNS_OTHERS,
                        REVIEW_WITHIN_ONE_WORKING_DAY,
                        SHARE_ONLY_WHAT_IS_RELEVANT,
                        TELL_PERSON_REASONS));
        assertThat(decide(about(Purpose.REFERRAL, Recipient.SAFEGUARDING_AUTHORITY)
                        .person(ADULT)
                        .ground(Ground.ADULT_AT_RISK_OF_SERIOUS_HARM)
                        .fact(Fact.URGENT)
                        .fact(Fact.TELLING_WOULD_INCREASE_RISK)
                        .approval(CALDICOTT_GUARDIAN)))
                .isEqualTo(new Share(
                        X1,
                        FOUR,
                        RECORD_WHY_PERSON_NOT_TOLD,
                        REMOVE_WHAT_CONCERNS_OTHERS,
                        REVIEW_WITHIN_ONE_WORKING_DAY,
                        SHARE_ONLY_WHAT_IS_RELEVANT));
        assertThat(decide(refused().ground(Ground.PUBLIC_INTEREST).fact(Fact.URGENT))
                        .row())
                .isEqualTo(X3);
    }

    @Test
    void X2_with_an_advisers_approval_it_is_shared() {
        assertThat(decide(refused().ground(Ground.ADULT_AT_RISK_OF_SERIOUS_HARM).approval(SENIOR_SOCIAL_CARE_MANAGER)))
                .isEqualTo(new Share(
                        X2,
                        FOUR,
                        REFER_TO_SAFEGUARDING,
                        REMOVE_WHAT_CONCERNS_OTHERS,
                        SHARE_ONLY_WHAT_IS_RELEVANT,
                        TELL_PERSON_REASONS));
        assertThat(decide(refused()
                        .ground(Ground.PUBLIC_INTEREST)
                        .approval(SENIOR_CLINICIAN)
                        .fact(Fact.TELLING_WOULD_INCREASE_RISK)))
                .isEqualTo(new Share(
                        X2,
                        FOUR,
                        RECORD_WHY_PERSON_NOT_TOLD,
                        REMOVE_WHAT_CONCERNS_OTHERS,
                        SHARE_ONLY_WHAT_IS_RELEVANT));
        assertThat(decide(refused()
                        .ground(Ground.LEGAL_REQUIREMENT)
                        .approval(CALDICOTT_GUARDIAN)
                        .fact(Fact.URGENT)))
                .isEqualTo(new Share(
                        X2, FOUR, REMOVE_WHAT_CONCERNS_OTHERS, SHARE_ONLY_WHAT_IS_RELEVANT, TELL_PERSON_REASONS));
    }

    @Test
    void X3_without_approval_advice_comes_first() {
        var referred = new Refer(
                X3, FOUR, List.of(CALDICOTT_GUARDIAN, SENIOR_CLINICIAN, SENIOR_SOCIAL_CARE_MANAGER), ADVICE_NEEDED);
        assertThat(decide(refused().ground(Ground.CHILD_AT_RISK_OF_SIGNIFICANT_HARM)))
                .isEqualTo(referred);
        assertThat(decide(refused().ground(Ground.LEGAL_REQUIREMENT))).isEqualTo(referred);
        assertThat(decide(refused().ground(Ground.PUBLIC_INTEREST).approval(SENIOR_MANAGER)))
                .isEqualTo(referred);
    }

    @Test
    void X4_best_interests_do_not_overrule_a_right_decider() {
        var referred = new Refer(
                X4, TWO, List.of(CALDICOTT_GUARDIAN, SENIOR_CLINICIAN, SENIOR_SOCIAL_CARE_MANAGER), DECIDER_REFUSED);
        assertThat(decide(lacking().objection(Objection.ATTORNEY_OR_DEPUTY))).isEqualTo(referred);
        assertThat(decide(lacking().consent(consent(State.REFUSED, Decider.ATTORNEY_OR_DEPUTY))))
                .isEqualTo(referred);
    }

    @Test
    void X5_in_the_best_interests_of_a_person_who_lacks_capacity_it_is_shared() {
        var shared = new Share(
                X5,
                TWO,
                KEEP_PERSON_INFORMED,
                RECORD_BEST_INTERESTS_DECISION,
                REMOVE_WHAT_CONCERNS_OTHERS,
                SHARE_ONLY_WHAT_IS_RELEVANT);
        assertThat(decide(lacking())).isEqualTo(shared);
        assertThat(decide(lacking().objection(Objection.SELF))).isEqualTo(shared);
        assertThat(decide(lacking().consent(consent(State.REFUSED, Decider.SELF))))
                .isEqualTo(shared);
    }

    @Test
    void best_interests_are_for_16_and_over_who_lack_capacity() {
        assertThat(decide(refused().ground(Ground.BEST_INTERESTS)).row()).isEqualTo(T2);
        assertThat(decide(lacking().person(aged(15, Capacity.LACKS)).objection(Objection.SELF))
                        .row())
                .isEqualTo(T2);
    }

    @Test
    void a_withdrawal_that_counts_leaves_only_harm_and_the_law() {
        var withdrawn =
                support().consent(consent(State.WITHDRAWN, Decider.SELF)).approval(CALDICOTT_GUARDIAN);
        assertThat(decide(withdrawn.ground(Ground.PUBLIC_INTEREST)).row()).isEqualTo(T2);
        assertThat(decide(withdrawn.ground(Ground.CHILD_AT_RISK_OF_SIGNIFICANT_HARM))
                        .row())
                .isEqualTo(X2);
        assertThat(decide(withdrawn.ground(Ground.LEGAL_REQUIREMENT)).row()).isEqualTo(X2);
        assertThat(decide(lacking().consent(consent(State.WITHDRAWN, Decider.ATTORNEY_OR_DEPUTY)))
                        .row())
                .isEqualTo(T2);
        assertThat(decide(lacking().consent(consent(State.WITHDRAWN, Decider.SELF)))
                        .row())
                .isEqualTo(T2);
    }

    @Test
    void a_withdrawal_by_anyone_else_changes_nothing_here() {
        assertThat(decide(support()
                                .consent(consent(State.WITHDRAWN, Decider.PARENTAL_RESPONSIBILITY))
                                .ground(Ground.PUBLIC_INTEREST))
                        .row())
                .isEqualTo(X3);
        assertThat(decide(lacking().consent(consent(State.WITHDRAWN, Decider.PARENTAL_RESPONSIBILITY)))
                        .row())
                .isEqualTo(X5);
    }

    @Test
    void to_another_body_only_the_law_is_read() {
        var toOther = about(Purpose.REFERRAL, Recipient.OTHER)
                .person(ADULT_LACKING_CAPACITY)
                .fact(Fact.URGENT);
        assertThat(decide(toOther.ground(Ground.CHILD_AT_RISK_OF_SIGNIFICANT_HARM))
                        .row())
                .isEqualTo(T6);
        assertThat(decide(toOther.ground(Ground.PUBLIC_INTEREST)).row()).isEqualTo(T6);
        assertThat(decide(toOther.ground(Ground.BEST_INTERESTS)).row()).isEqualTo(T6);
        assertThat(decide(toOther.ground(Ground.LEGAL_REQUIREMENT)).row()).isEqualTo(X3);
    }

    @Test
    void no_exception_shares_a_health_record() {
        assertThat(decide(SharingRequest.of(Purpose.SUPPORT, Content.HEALTH_RECORD, Recipient.FAMILY_TEAM)
                                .person(ADULT)
                                .objection(Objection.SELF)
                                .ground(Ground.CHILD_AT_RISK_OF_SIGNIFICANT_HARM)
                                .fact(Fact.URGENT))
                        .row())
                .isEqualTo(T2);
    }

    private static SharingRequest.Builder refused() {
        return support().objection(Objection.SELF);
    }

    private static SharingRequest.Builder lacking() {
        return support().person(ADULT_LACKING_CAPACITY).ground(Ground.BEST_INTERESTS);
    }

    private static Decision decide(SharingRequest.Builder request) {
        return Rules.decide(request.build());
    }
}
