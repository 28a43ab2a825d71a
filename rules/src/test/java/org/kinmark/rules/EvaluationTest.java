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
import org.kinmark.rules.Consent.Coverage;
import org.kinmark.rules.Consent.State;
import org.kinmark.rules.Decision.Refer;
import org.kinmark.rules.Decision.Share;
import org.kinmark.rules.Decision.Withhold;

/// Tables N and V, row by row.
class EvaluationTest {

    @Test
    void N1_an_evaluator_gets_nothing_for_another_purpose() {
        assertThat(decide(about(Purpose.DIRECT_CARE, Recipient.EVALUATOR).person(ADULT)))
                .isEqualTo(new Withhold(N1, THREE, NOT_FOR_AN_EVALUATOR));
        assertThat(decide(about(Purpose.IDENTIFICATION, Recipient.EVALUATOR)
                        .person(ADULT)
                        .ground(Ground.LEGAL_REQUIREMENT)))
                .isEqualTo(new Withhold(N1, THREE, NOT_FOR_AN_EVALUATOR));
    }

    @Test
    void V1_evaluation_is_for_evaluators() {
        assertThat(decide(about(Purpose.EVALUATION, Recipient.FAMILY_TEAM).person(ADULT)))
                .isEqualTo(new Withhold(V1, THREE, NOT_AN_EVALUATOR));
    }

    @Test
    void V2_no_evaluation_needs_a_whole_record() {
        assertThat(decide(SharingRequest.of(Purpose.EVALUATION, Content.HEALTH_RECORD, Recipient.EVALUATOR)
                        .person(ADULT)
                        .objection(Objection.SELF)
                        .ground(Ground.LEGAL_REQUIREMENT)))
                .isEqualTo(new Withhold(V2, THREE, MORE_THAN_RELEVANT));
    }

    @Test
    void V3_an_objection_stops_evaluation() {
        assertThat(decide(evaluation().objection(Objection.SELF)))
                .isEqualTo(new Withhold(V3, FOUR, PERSON_OBJECTS, EXPLAIN_CONSEQUENCES));
        assertThat(decide(evaluation().consent(consent(State.REFUSED, Decider.SELF))))
                .isEqualTo(new Withhold(V3, FOUR, CONSENT_REFUSED, EXPLAIN_CONSEQUENCES));
        assertThat(decide(evaluation().consent(consent(State.WITHDRAWN, Decider.SELF))))
                .isEqualTo(new Withhold(V3, FOUR, CONSENT_WITHDRAWN, EXPLAIN_CONSEQUENCES));
    }

    @Test
    void V3_only_the_law_overrides_an_objection_to_evaluation() {
        assertThat(decide(evaluation().objection(Objection.SELF).ground(Ground.LEGAL_REQUIREMENT)))
                .isEqualTo(new Share(
                        X2, FOUR, REMOVE_WHAT_CONCERNS_OTHERS, SHARE_ONLY_WHAT_IS_RELEVANT, TELL_PERSON_REASONS));
        assertThat(decide(evaluation().objection(Objection.SELF).ground(Ground.PUBLIC_INTEREST)))
                .isEqualTo(new Withhold(V3, FOUR, PERSON_OBJECTS, EXPLAIN_CONSEQUENCES));
        assertThat(decide(evaluation()
                        .objection(Objection.SELF)
                        .ground(Ground.ADULT_AT_RISK_OF_SERIOUS_HARM)
                        .fact(Fact.URGENT)))
                .isEqualTo(new Withhold(V3, FOUR, PERSON_OBJECTS, EXPLAIN_CONSEQUENCES));
    }

    @Test
    void V3_what_anyone_else_refuses_counts_for_nothing() {
        assertThat(decide(evaluation().objection(Objection.ATTORNEY_OR_DEPUTY)).row())
                .isEqualTo(V5);
        assertThat(decide(evaluation().consent(consent(State.WITHDRAWN, Decider.PARENTAL_RESPONSIBILITY)))
                        .row())
                .isEqualTo(V5);
    }

    @Test
    void V4_an_opt_out_stops_what_rests_on_section_251_only() {
        assertThat(decide(evaluation().fact(Fact.OPTED_OUT).legalBasis(LegalBasis.SECTION_251)))
                .isEqualTo(new Withhold(V4, FOUR, Reason.OPTED_OUT));
        assertThat(decide(evaluation().fact(Fact.OPTED_OUT)).row()).isEqualTo(V5);
        assertThat(decide(evaluation().legalBasis(LegalBasis.SECTION_251)).row())
                .isEqualTo(V5);
    }

    @Test
    void V5_evaluation_with_a_reason_a_basis_and_an_approval_is_shared() {
        var shared = new Share(V5, THREE, RECORD_LEGAL_BASIS, REMOVE_WHAT_CONCERNS_OTHERS, SHARE_ONLY_WHAT_IS_RELEVANT);
        assertThat(decide(evaluation())).isEqualTo(shared);
        assertThat(decide(evaluation().legalBasis(LegalBasis.CONSENT).consent(given(Decider.SELF))))
                .isEqualTo(shared);
        assertThat(decide(unapproved()
                        .legalBasis(LegalBasis.STATUTE)
                        .fact(Fact.ANONYMISED_INSUFFICIENT)
                        .approval(SENIOR_MANAGER)))
                .isEqualTo(shared);
    }

    @Test
    void V6_says_all_that_is_missing() {
        var two = List.of(CALDICOTT_GUARDIAN, SENIOR_MANAGER);
        assertThat(decide(unapproved()))
                .isEqualTo(new Refer(
                        V6, THREE, two, List.of(ANONYMISED_SHOULD_SUFFICE, APPROVAL_NEEDED, LEGAL_BASIS_NEEDED)));
        assertThat(decide(unapproved().approval(SENIOR_MANAGER).legalBasis(LegalBasis.STATUTE)))
                .isEqualTo(new Refer(V6, THREE, two, ANONYMISED_SHOULD_SUFFICE));
        assertThat(decide(unapproved()
                        .approval(SENIOR_CLINICIAN)
                        .fact(Fact.ANONYMISED_INSUFFICIENT)
                        .legalBasis(LegalBasis.SECTION_251)))
                .isEqualTo(new Refer(V6, THREE, two, APPROVAL_NEEDED));
    }

    @Test
    void V6_consent_is_a_basis_only_if_a_right_decider_gave_it_for_all_of_this() {
        var referred = new Refer(V6, THREE, List.of(CALDICOTT_GUARDIAN, SENIOR_MANAGER), LEGAL_BASIS_NEEDED);
        var onConsent = evaluation().legalBasis(LegalBasis.CONSENT);
        assertThat(decide(onConsent)).isEqualTo(referred);
        assertThat(decide(onConsent.consent(given(Decider.PARENTAL_RESPONSIBILITY))))
                .isEqualTo(referred);
        assertThat(decide(onConsent.consent(given(Decider.SELF, Coverage.COVERS_CONTENT, Coverage.COVERS_RECIPIENT))))
                .isEqualTo(referred);
        assertThat(decide(onConsent.consent(consent(State.EXPIRED, Decider.SELF))))
                .isEqualTo(referred);
    }

    private static SharingRequest.Builder unapproved() {
        return about(Purpose.EVALUATION, Recipient.EVALUATOR).person(ADULT);
    }

    private static Decision decide(SharingRequest.Builder request) {
        return Rules.decide(request.build());
    }
}
