package org.kinmark.rules;

import static org.kinmark.rules.Adviser.*;
import static org.kinmark.rules.Consent.State.*;
import static org.kinmark.rules.Duty.*;
import static org.kinmark.rules.Fact.*;
import static org.kinmark.rules.Purpose.*;
import static org.kinmark.rules.Reason.*;
import static org.kinmark.rules.Row.*;
import static org.kinmark.rules.Rule.*;
import static org.kinmark.rules.Words.*;

import org.kinmark.rules.Decision.Refer;
import org.kinmark.rules.Decision.Share;
import org.kinmark.rules.Decision.Withhold;

/// The five rules as decisions: every path by which information about a person leaves the organisation that holds it
/// asks [#decide], and nothing else decides.
///
/// The tables follow in order, A to T, and X in [Exceptions]; in each, the first row that fits gives the decision.
/// They are total: every request has exactly one row, and sharing needs a row that says so. [Words] holds the words
/// that the rows are written in.
///
/// Source: interim guidance, "The Confidentiality Rules" and "Our Recommended Approach".
public final class Rules {

    private Rules() {}

    /// Says whether something may be shared. No clock, no database, no randomness: all that it needs is in the request.
    public static Decision decide(SharingRequest r) {
        return switch (r.content()) {
            case ANONYMISED_STATISTICS -> nobodyIdentifiable();
            case FAMILY_LIST -> listToAService(r);
            case FAMILY_MARK -> mark(r);
            case RELEVANT_HEALTH_INFORMATION, SUPPORT_INFORMATION, HEALTH_RECORD -> aboutOnePerson(r);
        };
    }

    /// A. Nobody identifiable.
    private static Decision nobodyIdentifiable() {
        return new Share(A1, THREE, APPLY_DISCLOSURE_CONTROL);
    }

    /// L. The list that goes to a service: this too is a disclosure. No exception reaches it.
    private static Decision listToAService(SharingRequest r) {
        boolean fromTeamToCare = r.holder() == Holder.FAMILY_TEAM && r.recipient() == Recipient.CARE_PROFESSIONAL;
        boolean identifies = r.purpose() == IDENTIFICATION && fromTeamToCare;
        boolean objection = r.objection() != Objection.NONE;
        return Table.of(r)
                .row(!identifies, new Withhold(L1, ONE, LIST_IS_FOR_IDENTIFICATION))
                .row(!r.is(AGREEMENT_IN_FORCE), new Withhold(L2, FIVE, NO_AGREEMENT_IN_FORCE))
                .row(!r.is(WITHIN_AGREEMENT), new Withhold(L3, FIVE, OUTSIDE_THE_AGREEMENT))
                .row(!r.is(NOTICE_IN_FORCE), new Withhold(L4, ONE, NOT_INFORMED))
                .row(!r.is(MEETS_OTHER_CRITERION), new Withhold(L5, ONE, NO_OTHER_CRITERION))
                .row(objection, new Withhold(L6, FOUR, PERSON_OBJECTS, EXPLAIN_CONSEQUENCES))
                .otherwise(new Share(L7, ONE, KEEP_PERSON_INFORMED));
    }

    /// M. The mark. No exception reaches it: danger goes to safeguarding.
    private static Decision mark(SharingRequest r) {
        boolean fromHealthToTeam = r.holder() == Holder.HEALTH_SERVICE && r.recipient() == Recipient.FAMILY_TEAM;
        boolean identifies = r.purpose() == IDENTIFICATION && fromHealthToTeam;
        boolean objection = r.objection() != Objection.NONE;
        return Table.of(r)
                .row(!identifies, new Withhold(M1, ONE, MARK_IS_FOR_IDENTIFICATION))
                .row(!r.is(AGREEMENT_IN_FORCE), new Withhold(M2, FIVE, NO_AGREEMENT_IN_FORCE))
                .row(!r.is(WITHIN_AGREEMENT), new Withhold(M3, FIVE, OUTSIDE_THE_AGREEMENT))
                .row(!r.is(FAMILY_ON_LIST), new Withhold(M4, ONE, FAMILY_NOT_ON_LIST))
                .row(!r.is(JUDGED_BY_PROFESSIONAL), new Withhold(M5, ONE, NOT_JUDGED))
                .row(objection, new Withhold(M6, FOUR, PERSON_OBJECTS, EXPLAIN_CONSEQUENCES))
                .otherwise(new Share(M7, ONE, KEEP_PERSON_INFORMED));
    }

    /// N. An evaluator, for anything but evaluation. Whatever is left has its table by purpose, V, I, P or T.
    private static Decision aboutOnePerson(SharingRequest r) {
        if (r.recipient() == Recipient.EVALUATOR && r.purpose() != EVALUATION) {
            return new Withhold(N1, THREE, NOT_FOR_AN_EVALUATOR);
        }
        boolean fromHealthToCare = r.holder() == Holder.HEALTH_SERVICE && r.recipient() == Recipient.CARE_PROFESSIONAL;
        return switch (r.purpose()) {
            case EVALUATION -> evaluation(r);
            case IDENTIFICATION -> identification(r);
            case DIRECT_CARE -> fromHealthToCare ? betweenPeopleWhoCare(r) : everythingElse(r);
            case REFERRAL, SUPPORT -> everythingElse(r);
        };
    }

    /// V. Evaluation with identifiable content.
    private static Decision evaluation(SharingRequest r) {
        boolean toEvaluator = r.recipient() == Recipient.EVALUATOR;
        boolean record = r.content() == Content.HEALTH_RECORD;
        boolean lawRequires = r.ground() == Ground.LEGAL_REQUIREMENT;
        var respected = new Withhold(V3, FOUR, whyPersonObjects(r), EXPLAIN_CONSEQUENCES);
        boolean optedOut = r.is(Fact.OPTED_OUT) && r.legalBasis() == LegalBasis.SECTION_251;
        var missing = missingForEvaluation(r);
        return Table.of(r)
                .row(!toEvaluator, new Withhold(V1, THREE, NOT_AN_EVALUATOR))
                .row(record, new Withhold(V2, THREE, MORE_THAN_RELEVANT))
                .exceptionElse(personObjects(r) && lawRequires, respected)
                .row(personObjects(r), respected)
                .row(optedOut, new Withhold(V4, FOUR, Reason.OPTED_OUT))
                .row(
                        missing.isEmpty(),
                        new Share(
                                V5,
                                THREE,
                                RECORD_LEGAL_BASIS,
                                REMOVE_WHAT_CONCERNS_OTHERS,
                                SHARE_ONLY_WHAT_IS_RELEVANT))
                .otherwise(new Refer(V6, THREE, GUARDIAN_OR_MANAGER, missing));
    }

    /// I. Identification, more than the mark: X without best interests, else withheld.
    private static Decision identification(SharingRequest r) {
        var onlyTheMark = new Withhold(I1, ONE, ONLY_THE_MARK_BEFORE_CONSENT);
        return Table.of(r)
                .exceptionElse(r.ground() != Ground.BEST_INTERESTS, onlyTheMark)
                .otherwise(onlyTheMark);
    }

    /// P. Between people who provide care: consent is implied.
    private static Decision betweenPeopleWhoCare(SharingRequest r) {
        boolean record = r.content() == Content.HEALTH_RECORD;
        boolean undecided = lacksCapacityFrom16(r) && !givenByRightDecider(r);
        return Table.of(r)
                .exceptionElse(personObjects(r), new Withhold(P1, FOUR, whyPersonObjects(r), dutiesOfRefusing(r)))
                .row(record, new Withhold(P2, TWO, MORE_THAN_RELEVANT))
                .exceptionElse(undecided, new Refer(P3, TWO, THREE_ADVISERS, LACKS_CAPACITY))
                .otherwise(new Share(
                        P4, TWO, KEEP_PERSON_INFORMED, REMOVE_WHAT_CONCERNS_OTHERS, SHARE_ONLY_WHAT_IS_RELEVANT));
    }

    /// T. Everything else: to the family team or from it, to a safeguarding authority or another body; consent is
    /// asked.
    private static Decision everythingElse(SharingRequest r) {
        var state = r.consent().state();
        boolean childObjects = under16AndNotCompetent(r) && r.objection() == Objection.SELF && givenByRightDecider(r);
        boolean record = r.content() == Content.HEALTH_RECORD;
        boolean supportByTeam = r.purpose() == SUPPORT && r.recipient() == Recipient.FAMILY_TEAM;
        boolean notYetWorking = supportByTeam && !r.is(FAMILY_WORKING_WITH_TEAM);
        boolean undecided = lacksCapacityFrom16(r) && !givenByRightDecider(r);
        boolean notAssessed = aged12To15AndNotAssessed(r) && state == GIVEN;
        boolean decided = state == GIVEN || state == REFUSED || state == WITHDRAWN;
        return Table.of(r)
                .exceptionElse(childObjects, new Refer(T1, FOUR, THREE_ADVISERS, CHILD_OBJECTS))
                .exceptionElse(personObjects(r), new Withhold(T2, FOUR, whyPersonObjects(r), dutiesOfRefusing(r)))
                .row(record, new Withhold(T3, TWO, MORE_THAN_RELEVANT))
                .exceptionElse(notYetWorking, new Withhold(T4, TWO, NOT_YET_WORKING_WITH_FAMILY))
                .exceptionElse(state == DISPUTED, new Refer(T5, TWO, THREE_ADVISERS, DECIDERS_DISAGREE))
                .exceptionElse(undecided, new Refer(T6, TWO, THREE_ADVISERS, LACKS_CAPACITY))
                .exceptionElse(state == NOT_SOUGHT, new Withhold(T7, TWO, CONSENT_NEEDED))
                .exceptionElse(state == EXPIRED, new Withhold(T7, TWO, CONSENT_EXPIRED))
                .exceptionElse(notAssessed, new Refer(T8, TWO, TWO_SENIORS, COMPETENCE_NOT_ASSESSED))
                .exceptionElse(councilForParents(r), new Refer(T9, TWO, GUARDIAN, COUNCIL_CONSENTS_TO_ITSELF))
                .exceptionElse(decided && !byRightDecider(r), new Withhold(T10, TWO, WRONG_DECIDER))
                .exceptionElse(!notCovered(r).isEmpty(), new Withhold(T11, TWO, notCovered(r)))
                .otherwise(new Share(
                        T12, TWO, KEEP_PERSON_INFORMED, REMOVE_WHAT_CONCERNS_OTHERS, SHARE_ONLY_WHAT_IS_RELEVANT));
    }
}
