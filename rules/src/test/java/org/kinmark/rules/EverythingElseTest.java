package org.kinmark.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kinmark.rules.Adviser.*;
import static org.kinmark.rules.Duty.*;
import static org.kinmark.rules.Reason.*;
import static org.kinmark.rules.Requests.*;
import static org.kinmark.rules.Row.*;
import static org.kinmark.rules.Rule.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kinmark.rules.Consent.Coverage;
import org.kinmark.rules.Consent.State;
import org.kinmark.rules.Decision.Refer;
import org.kinmark.rules.Decision.Share;
import org.kinmark.rules.Decision.Withhold;
import org.kinmark.rules.Person.Capacity;
import org.kinmark.rules.Person.Competence;

/// Table T, row by row.
class EverythingElseTest {

    private static final List<Duty> AFTER_WITHDRAWAL =
            List.of(EXPLAIN_CONSEQUENCES, EXPLAIN_SUPPORT_MAY_BE_AFFECTED, STOP_FURTHER_SHARING);

    @Test
    void T1_a_child_who_objects_to_what_a_parent_allowed_is_heard() {
        var parentAllowed =
                support().person(child(8, Competence.NOT_ASSESSED)).consent(given(Decider.PARENTAL_RESPONSIBILITY));
        assertThat(decide(parentAllowed.objection(Objection.SELF)))
                .isEqualTo(new Refer(
                        T1,
                        FOUR,
                        List.of(CALDICOTT_GUARDIAN, SENIOR_CLINICIAN, SENIOR_SOCIAL_CARE_MANAGER),
                        CHILD_OBJECTS));
        assertThat(decide(parentAllowed.person(child(15, Competence.NOT_COMPETENT)))
                        .row())
                .isEqualTo(T1);
        assertThat(decide(parentAllowed.ground(Ground.LEGAL_REQUIREMENT)).row()).isEqualTo(X3);
    }

    @Test
    void T1_is_not_for_a_competent_child_nor_where_nobody_right_consented() {
        assertThat(decide(support().person(child(15, Competence.COMPETENT)).objection(Objection.SELF))
                        .row())
                .isEqualTo(T2);
        assertThat(decide(support().person(child(8, Competence.NOT_ASSESSED)).objection(Objection.SELF))
                        .row())
                .isEqualTo(T2);
        assertThat(decide(support()
                                .person(aged(16, Capacity.LACKS))
                                .consent(given(Decider.PARENTAL_RESPONSIBILITY))
                                .objection(Objection.SELF))
                        .row())
                .isEqualTo(T2);
    }

    @Test
    void T2_a_person_who_objects_is_respected() {
        assertThat(decide(support().objection(Objection.SELF)))
                .isEqualTo(new Withhold(T2, FOUR, PERSON_OBJECTS, EXPLAIN_CONSEQUENCES));
        assertThat(decide(support().consent(consent(State.REFUSED, Decider.SELF))))
                .isEqualTo(new Withhold(T2, FOUR, CONSENT_REFUSED, EXPLAIN_CONSEQUENCES));
        assertThat(decide(support().consent(consent(State.WITHDRAWN, Decider.SELF))))
                .isEqualTo(new Withhold(T2, FOUR, CONSENT_WITHDRAWN, AFTER_WITHDRAWAL));
    }

    @Test
    void T2_an_objection_names_the_reason_though_consent_was_withdrawn_too() {
        assertThat(decide(support().objection(Objection.SELF).consent(consent(State.WITHDRAWN, Decider.SELF))))
                .isEqualTo(new Withhold(T2, FOUR, PERSON_OBJECTS, AFTER_WITHDRAWAL));
    }

    @Test
    void T2_an_objection_that_does_not_count_does_not_name_the_reason() {
        assertThat(decide(support()
                        .objection(Objection.PARENTAL_RESPONSIBILITY)
                        .consent(consent(State.REFUSED, Decider.SELF))))
                .isEqualTo(new Withhold(T2, FOUR, CONSENT_REFUSED, EXPLAIN_CONSEQUENCES));
    }

    @Test
    void T2_a_small_childs_own_refusal_counts_though_a_parent_decides() {
        assertThat(decide(support()
                        .person(child(7, Competence.NOT_COMPETENT))
                        .consent(consent(State.REFUSED, Decider.SELF))))
                .isEqualTo(new Withhold(T2, FOUR, CONSENT_REFUSED, EXPLAIN_CONSEQUENCES));
    }

    @Test
    void T2_a_right_decider_speaks_for_the_person() {
        assertThat(decide(support()
                        .person(child(7, Competence.NOT_ASSESSED))
                        .consent(given(Decider.PARENTAL_RESPONSIBILITY))
                        .objection(Objection.PARENTAL_RESPONSIBILITY)))
                .isEqualTo(new Withhold(T2, FOUR, PERSON_OBJECTS, EXPLAIN_CONSEQUENCES));
        assertThat(decide(support()
                        .person(ADULT_LACKING_CAPACITY)
                        .consent(consent(State.WITHDRAWN, Decider.ATTORNEY_OR_DEPUTY))))
                .isEqualTo(new Withhold(T2, FOUR, CONSENT_WITHDRAWN, AFTER_WITHDRAWAL));
    }

    @Test
    void T3_no_consent_and_no_ground_widens_relevance() {
        assertThat(decide(SharingRequest.of(Purpose.REFERRAL, Content.HEALTH_RECORD, Recipient.FAMILY_TEAM)
                        .person(ADULT)
                        .consent(given(Decider.SELF))
                        .ground(Ground.LEGAL_REQUIREMENT)
                        .approval(CALDICOTT_GUARDIAN)))
                .isEqualTo(new Withhold(T3, TWO, MORE_THAN_RELEVANT));
    }

    @Test
    void T4_the_team_gets_nothing_before_it_works_with_the_family() {
        var notYet = about(Purpose.SUPPORT, Recipient.FAMILY_TEAM).person(ADULT).consent(given(Decider.SELF));
        assertThat(decide(notYet)).isEqualTo(new Withhold(T4, TWO, NOT_YET_WORKING_WITH_FAMILY));
        assertThat(decide(about(Purpose.REFERRAL, Recipient.FAMILY_TEAM)
                                .person(ADULT)
                                .consent(given(Decider.SELF)))
                        .row())
                .isEqualTo(T12);
        assertThat(decide(about(Purpose.SUPPORT, Recipient.CARE_PROFESSIONAL)
                                .person(ADULT)
                                .consent(given(Decider.SELF)))
                        .row())
                .isEqualTo(T12);
        assertThat(decide(notYet.ground(Ground.PUBLIC_INTEREST)).row()).isEqualTo(X3);
    }

    @Test
    void T5_people_who_may_decide_disagree() {
        assertThat(decide(support().consent(consent(State.DISPUTED, Decider.SELF))))
                .isEqualTo(new Refer(
                        T5,
                        TWO,
                        List.of(CALDICOTT_GUARDIAN, SENIOR_CLINICIAN, SENIOR_SOCIAL_CARE_MANAGER),
                        DECIDERS_DISAGREE));
        assertThat(decide(support().person(ADULT_LACKING_CAPACITY).consent(consent(State.DISPUTED, Decider.SELF)))
                        .row())
                .isEqualTo(T5);
    }

    @Test
    void T6_who_lacks_capacity_needs_a_right_decider() {
        assertThat(decide(support().person(ADULT_LACKING_CAPACITY)))
                .isEqualTo(new Refer(
                        T6,
                        TWO,
                        List.of(CALDICOTT_GUARDIAN, SENIOR_CLINICIAN, SENIOR_SOCIAL_CARE_MANAGER),
                        LACKS_CAPACITY));
        assertThat(decide(support().person(ADULT_LACKING_CAPACITY).consent(Consent.NOT_SOUGHT))
                        .row())
                .isEqualTo(T6);
        assertThat(decide(support().person(ADULT_LACKING_CAPACITY).consent(given(Decider.ATTORNEY_OR_DEPUTY)))
                        .row())
                .isEqualTo(T12);
        assertThat(decide(support().person(ADULT_LACKING_CAPACITY).consent(given(Decider.PARENTAL_RESPONSIBILITY)))
                        .row())
                .isEqualTo(T6);
        assertThat(decide(support().person(aged(17, Capacity.LACKS)).consent(given(Decider.PARENTAL_RESPONSIBILITY)))
                        .row())
                .isEqualTo(T12);
    }

    @Test
    void T7_consent_is_sought_and_kept_fresh() {
        assertThat(decide(support().consent(Consent.NOT_SOUGHT))).isEqualTo(new Withhold(T7, TWO, CONSENT_NEEDED));
        assertThat(decide(support().consent(consent(State.EXPIRED, Decider.SELF))))
                .isEqualTo(new Withhold(T7, TWO, CONSENT_EXPIRED));
    }

    @Test
    void T8_from_12_to_15_competence_is_assessed_before_any_consent_is_taken() {
        var twoSeniors = List.of(SENIOR_CLINICIAN, SENIOR_SOCIAL_CARE_MANAGER);
        var parents = given(Decider.PARENTAL_RESPONSIBILITY);
        assertThat(decide(support().person(child(12, Competence.NOT_ASSESSED)).consent(parents)))
                .isEqualTo(new Refer(T8, TWO, twoSeniors, COMPETENCE_NOT_ASSESSED));
        assertThat(decide(support().person(child(15, Competence.NOT_ASSESSED)).consent(given(Decider.SELF))))
                .isEqualTo(new Refer(T8, TWO, twoSeniors, COMPETENCE_NOT_ASSESSED));
        assertThat(decide(support().person(child(11, Competence.NOT_ASSESSED)).consent(parents))
                        .row())
                .isEqualTo(T12);
        assertThat(decide(support().person(child(12, Competence.NOT_COMPETENT)).consent(parents))
                        .row())
                .isEqualTo(T12);
        assertThat(decide(support().person(aged(16, Capacity.HAS))).row()).isEqualTo(T12);
    }

    @Test
    void T9_a_council_that_is_the_parent_does_not_consent_to_itself() {
        var council = given(Decider.COUNCIL_AS_PARENT);
        assertThat(decide(support().person(child(9, Competence.NOT_ASSESSED)).consent(council)))
                .isEqualTo(new Refer(T9, TWO, List.of(CALDICOTT_GUARDIAN), COUNCIL_CONSENTS_TO_ITSELF));
        assertThat(decide(support().person(child(13, Competence.NOT_ASSESSED)).consent(council))
                        .row())
                .isEqualTo(T8);
        assertThat(decide(support().person(child(13, Competence.COMPETENT)).consent(council))
                        .row())
                .isEqualTo(T10);
        assertThat(decide(support().consent(council)).row()).isEqualTo(T10);
        assertThat(decide(support().person(aged(17, Capacity.LACKS)).consent(council))
                        .row())
                .isEqualTo(T6);
    }

    @Test
    void T10_the_wrong_person_decided() {
        var withheld = new Withhold(T10, TWO, WRONG_DECIDER);
        assertThat(decide(support().consent(given(Decider.PARENTAL_RESPONSIBILITY))))
                .isEqualTo(withheld);
        assertThat(decide(support().consent(consent(State.REFUSED, Decider.PARENTAL_RESPONSIBILITY))))
                .isEqualTo(withheld);
        assertThat(decide(support().consent(consent(State.WITHDRAWN, Decider.ATTORNEY_OR_DEPUTY))))
                .isEqualTo(withheld);
        assertThat(decide(support().consent(new Consent(State.GIVEN, Optional.empty(), Set.of()))))
                .isEqualTo(withheld);
        assertThat(decide(support()
                        .person(child(15, Competence.COMPETENT))
                        .consent(given(Decider.PARENTAL_RESPONSIBILITY))))
                .isEqualTo(withheld);
    }

    @Test
    void T11_says_all_that_consent_does_not_cover() {
        assertThat(decide(support().consent(given(Decider.SELF, new Coverage[0]))))
                .isEqualTo(new Withhold(
                        T11,
                        TWO,
                        List.of(
                                CONSENT_DOES_NOT_COVER_CONTENT,
                                CONSENT_DOES_NOT_COVER_PURPOSE,
                                CONSENT_DOES_NOT_COVER_RECIPIENT)));
        assertThat(decide(support().consent(given(Decider.SELF, Coverage.COVERS_CONTENT, Coverage.COVERS_PURPOSE))))
                .isEqualTo(new Withhold(T11, TWO, CONSENT_DOES_NOT_COVER_RECIPIENT));
        assertThat(decide(support().consent(given(Decider.SELF, Coverage.COVERS_RECIPIENT, Coverage.COVERS_PURPOSE))))
                .isEqualTo(new Withhold(T11, TWO, CONSENT_DOES_NOT_COVER_CONTENT));
        assertThat(decide(support().consent(given(Decider.SELF, Coverage.COVERS_RECIPIENT, Coverage.COVERS_CONTENT))))
                .isEqualTo(new Withhold(T11, TWO, CONSENT_DOES_NOT_COVER_PURPOSE));
    }

    @Test
    void T12_with_the_right_consent_what_is_relevant_is_shared() {
        var shared =
                new Share(T12, TWO, KEEP_PERSON_INFORMED, REMOVE_WHAT_CONCERNS_OTHERS, SHARE_ONLY_WHAT_IS_RELEVANT);
        assertThat(decide(support())).isEqualTo(shared);
        assertThat(decide(about(Purpose.REFERRAL, Recipient.OTHER).person(ADULT).consent(given(Decider.SELF))))
                .isEqualTo(shared);
        assertThat(decide(support().person(child(15, Competence.COMPETENT)))).isEqualTo(shared);
    }

    private static Decision decide(SharingRequest.Builder request) {
        return Rules.decide(request.build());
    }
}
