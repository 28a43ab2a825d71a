package org.kinmark.rules;

import static org.kinmark.rules.Consent.Coverage.COVERS_CONTENT;
import static org.kinmark.rules.Consent.Coverage.COVERS_PURPOSE;
import static org.kinmark.rules.Consent.Coverage.COVERS_RECIPIENT;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.kinmark.rules.Consent.Coverage;
import org.kinmark.rules.Consent.State;
import org.kinmark.rules.Person.Capacity;
import org.kinmark.rules.Person.Competence;

/// Requests to begin examples with: each is shared, so that one change shows what one row does.
final class Requests {

    static final Person ADULT = adult(Capacity.HAS);
    static final Person ADULT_LACKING_CAPACITY = adult(Capacity.LACKS);

    private Requests() {}

    static SharingRequest.Builder list() {
        return facts(
                SharingRequest.of(Purpose.IDENTIFICATION, Content.FAMILY_LIST, Recipient.CARE_PROFESSIONAL)
                        .holder(Holder.FAMILY_TEAM),
                Fact.AGREEMENT_IN_FORCE,
                Fact.WITHIN_AGREEMENT,
                Fact.NOTICE_IN_FORCE,
                Fact.MEETS_OTHER_CRITERION);
    }

    static SharingRequest.Builder mark() {
        return facts(
                SharingRequest.of(Purpose.IDENTIFICATION, Content.FAMILY_MARK, Recipient.FAMILY_TEAM),
                Fact.AGREEMENT_IN_FORCE,
                Fact.WITHIN_AGREEMENT,
                Fact.FAMILY_ON_LIST,
                Fact.JUDGED_BY_PROFESSIONAL);
    }

    /// By a statute, with a Guardian's approval.
    static SharingRequest.Builder evaluation() {
        return SharingRequest.of(Purpose.EVALUATION, Content.RELEVANT_HEALTH_INFORMATION, Recipient.EVALUATOR)
                .person(ADULT)
                .legalBasis(LegalBasis.STATUTE)
                .fact(Fact.ANONYMISED_INSUFFICIENT)
                .approval(Adviser.CALDICOTT_GUARDIAN);
    }

    static SharingRequest.Builder directCare() {
        return about(Purpose.DIRECT_CARE, Recipient.CARE_PROFESSIONAL).person(ADULT);
    }

    /// To a team that works with the family, with an adult's own consent.
    static SharingRequest.Builder support() {
        return about(Purpose.SUPPORT, Recipient.FAMILY_TEAM)
                .fact(Fact.FAMILY_WORKING_WITH_TEAM)
                .person(ADULT)
                .consent(given(Decider.SELF));
    }

    /// Relevant health information, held by a health service.
    static SharingRequest.Builder about(Purpose purpose, Recipient recipient) {
        return SharingRequest.of(purpose, Content.RELEVANT_HEALTH_INFORMATION, recipient);
    }

    static SharingRequest.Builder facts(SharingRequest.Builder request, Fact... facts) {
        Arrays.stream(facts).forEach(request::fact);
        return request;
    }

    static Person adult(Capacity capacity) {
        return aged(30, capacity);
    }

    static Person aged(int age, Capacity capacity) {
        return new Person(OptionalInt.of(age), capacity, Competence.NOT_ASSESSED);
    }

    static Person child(int age, Competence competence) {
        return new Person(OptionalInt.of(age), Capacity.HAS, competence);
    }

    static Consent given(Decider by) {
        return given(by, Coverage.values());
    }

    static Consent given(Decider by, Coverage... covers) {
        return new Consent(State.GIVEN, Optional.of(by), Set.of(covers));
    }

    static Consent consent(State state, Decider by) {
        return new Consent(state, Optional.of(by), Set.of(COVERS_RECIPIENT, COVERS_CONTENT, COVERS_PURPOSE));
    }
}
