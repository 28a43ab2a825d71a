package org.kinmark.rules;

import static org.kinmark.rules.Consent.State.GIVEN;
import static org.kinmark.rules.Consent.State.REFUSED;
import static org.kinmark.rules.Consent.State.WITHDRAWN;
import static org.kinmark.rules.Decider.ATTORNEY_OR_DEPUTY;
import static org.kinmark.rules.Decider.COUNCIL_AS_PARENT;
import static org.kinmark.rules.Decider.PARENTAL_RESPONSIBILITY;
import static org.kinmark.rules.Decider.SELF;
import static org.kinmark.rules.Duty.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kinmark.rules.Consent.Coverage;
import org.kinmark.rules.Person.Capacity;
import org.kinmark.rules.Person.Competence;

/// The words that the rows of [Rules] are written in. All are for requests about one person.
final class Words {

    private Words() {}

    /// **Right decider**: who may decide for this person, by age and by capacity or competence.
    static Set<Decider> rightDeciders(SharingRequest r) {
        var person = r.person();
        if (age(r) < 16) {
            return person.competence() == Competence.COMPETENT ? Set.of(SELF) : Set.of(PARENTAL_RESPONSIBILITY);
        }
        if (person.capacity() == Capacity.HAS) {
            return Set.of(SELF);
        }
        return age(r) < 18 ? Set.of(PARENTAL_RESPONSIBILITY, ATTORNEY_OR_DEPUTY) : Set.of(ATTORNEY_OR_DEPUTY);
    }

    /// **The person objects**: by an objection, a refusal or a withdrawal, of their own or of a right decider. What
    /// anyone else refuses counts for nothing.
    static boolean personObjects(SharingRequest r) {
        return objectionCounts(r) || refused(r) || withdrawn(r);
    }

    /// The reason, where the person objects.
    static Reason whyPersonObjects(SharingRequest r) {
        if (objectionCounts(r)) {
            return Reason.PERSON_OBJECTS;
        }
        return withdrawn(r) ? Reason.CONSENT_WITHDRAWN : Reason.CONSENT_REFUSED;
    }

    /// **Withdrawn**: the state is `withdrawn` and it counts.
    static boolean withdrawn(SharingRequest r) {
        return r.consent().state() == WITHDRAWN && counts(r, r.consent().decidedBy());
    }

    /// Whoever gave, refused or withdrew consent is a right decider.
    static boolean byRightDecider(SharingRequest r) {
        return isRightDecider(r, r.consent().decidedBy());
    }

    static boolean givenByRightDecider(SharingRequest r) {
        return r.consent().state() == GIVEN && byRightDecider(r);
    }

    /// A right decider objected, refused or withdrew. (After a withdrawal best interests are not read, so that the last
    /// decides nothing; it stands because the row of X names it.)
    static boolean refusedByRightDecider(SharingRequest r) {
        boolean no = r.consent().state() == REFUSED || r.consent().state() == WITHDRAWN;
        return isRightDecider(r, r.objection().by()) || (no && byRightDecider(r));
    }

    /// Consent was given by the council as a parent where parents would be right deciders.
    static boolean councilForParents(SharingRequest r) {
        return r.consent().state() == GIVEN
                && r.consent().decidedBy().equals(Optional.of(COUNCIL_AS_PARENT))
                && rightDeciders(r).contains(PARENTAL_RESPONSIBILITY);
    }

    /// What of this request consent does not cover, as reasons.
    static List<Reason> notCovered(SharingRequest r) {
        return Arrays.stream(Coverage.values())
                .filter(part -> !r.consent().covers().contains(part))
                .map(Coverage::whereMissing)
                .toList();
    }

    static boolean lacksCapacityFrom16(SharingRequest r) {
        return age(r) >= 16 && r.person().capacity() == Capacity.LACKS;
    }

    static boolean under16AndNotCompetent(SharingRequest r) {
        return age(r) < 16 && r.person().competence() != Competence.COMPETENT;
    }

    static boolean aged12To15AndNotAssessed(SharingRequest r) {
        return age(r) >= 12 && age(r) <= 15 && r.person().competence() == Competence.NOT_ASSESSED;
    }

    static boolean approvedByAnyOf(SharingRequest r, Collection<Adviser> advisers) {
        return !Collections.disjoint(r.approvals(), advisers);
    }

    /// The parts of V5 that are missing, as reasons: anonymised information will not do, a legal basis, an approval.
    static List<Reason> missingForEvaluation(SharingRequest r) {
        boolean hasBasis = switch (r.legalBasis()) {
            case NONE -> false;
            case CONSENT -> givenByRightDecider(r) && notCovered(r).isEmpty();
            case SECTION_251, STATUTE -> true;
        };
        var missing = new ArrayList<Reason>();
        if (!r.is(Fact.ANONYMISED_INSUFFICIENT)) {
            missing.add(Reason.ANONYMISED_SHOULD_SUFFICE);
        }
        if (!hasBasis) {
            missing.add(Reason.LEGAL_BASIS_NEEDED);
        }
        if (!approvedByAnyOf(r, Adviser.GUARDIAN_OR_MANAGER)) {
            missing.add(Reason.APPROVAL_NEEDED);
        }
        return missing;
    }

    /// What a person whose wish is respected is told, and what is done where they had agreed before.
    static List<Duty> dutiesOfRefusing(SharingRequest r) {
        return withdrawn(r)
                ? List.of(EXPLAIN_CONSEQUENCES, EXPLAIN_SUPPORT_MAY_BE_AFFECTED, STOP_FURTHER_SHARING)
                : List.of(EXPLAIN_CONSEQUENCES);
    }

    /// What comes with sharing on one of the four grounds that override a wish, **the telling duty** among it. The
    /// family team does not protect people, so what it is told of harm goes to safeguarding too.
    static List<Duty> dutiesOfOverriding(SharingRequest r, Duty... more) {
        var duties = new ArrayList<>(List.of(more));
        duties.add(REMOVE_WHAT_CONCERNS_OTHERS);
        duties.add(SHARE_ONLY_WHAT_IS_RELEVANT);
        duties.add(r.is(Fact.TELLING_WOULD_INCREASE_RISK) ? RECORD_WHY_PERSON_NOT_TOLD : TELL_PERSON_REASONS);
        if (r.ground().isHarm() && r.recipient() == Recipient.FAMILY_TEAM) {
            duties.add(REFER_TO_SAFEGUARDING);
        }
        return duties;
    }

    private static boolean objectionCounts(SharingRequest r) {
        return counts(r, r.objection().by());
    }

    private static boolean refused(SharingRequest r) {
        return r.consent().state() == REFUSED && counts(r, r.consent().decidedBy());
    }

    /// A person's own no counts whoever may decide for them.
    private static boolean counts(SharingRequest r, Optional<Decider> who) {
        return who.equals(Optional.of(SELF)) || isRightDecider(r, who);
    }

    private static boolean isRightDecider(SharingRequest r, Optional<Decider> who) {
        return who.isPresent() && rightDeciders(r).contains(who.get());
    }

    private static int age(SharingRequest r) {
        return r.person().age().orElseThrow();
    }
}
