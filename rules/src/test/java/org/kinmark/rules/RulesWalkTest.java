package org.kinmark.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kinmark.rules.Fact.*;
import static org.kinmark.rules.Row.*;
import static org.kinmark.rules.Space.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kinmark.rules.Decision.Share;

/// Walks the space of requests: every pair of values of any two fields, and every combination of what a table reads.
class RulesWalkTest {

    private static final Set<Row> MAY_SHARE = EnumSet.of(A1, L7, M7, V5, P4, T12, X1, X2, X5);
    private static final Set<Ground> AFTER_WITHDRAWAL = EnumSet.of(
            Ground.LEGAL_REQUIREMENT, Ground.CHILD_AT_RISK_OF_SIGNIFICANT_HARM, Ground.ADULT_AT_RISK_OF_SERIOUS_HARM);

    private final Set<Row> seen = EnumSet.noneOf(Row.class);

    @Test
    void every_pair_of_values_of_any_two_fields_has_one_right_decision() {
        var random = new Random(1);
        for (var first : axes()) {
            for (var second : axes()) {
                for (int others = 0; first.index() < second.index() && others < 20; others++) {
                    walk(randomPoint(random), List.of(first, second), this::check);
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(35);
    }

    @Test
    void lists_and_marks() {
        walk(origin(), List.of(PURPOSE, CONTENT, HOLDER, RECIPIENT, OBJECTION, GROUND), this::check);
        var read = List.of(fact(AGREEMENT_IN_FORCE), fact(WITHIN_AGREEMENT), OBJECTION, GROUND);
        walk(
                point(Purpose.IDENTIFICATION, Content.FAMILY_LIST, Holder.FAMILY_TEAM, Recipient.CARE_PROFESSIONAL),
                with(read, fact(NOTICE_IN_FORCE), fact(MEETS_OTHER_CRITERION), fact(URGENT)),
                this::check);
        walk(
                point(Purpose.IDENTIFICATION, Content.FAMILY_MARK, Holder.HEALTH_SERVICE, Recipient.FAMILY_TEAM),
                with(read, fact(FAMILY_ON_LIST), fact(JUDGED_BY_PROFESSIONAL), fact(URGENT)),
                this::check);
        assertThat(seen).contains(A1, L1, L2, L3, L4, L5, L6, L7, M1, M2, M3, M4, M5, M6, M7);
    }

    @Test
    void evaluation() {
        var evaluation = point(
                Purpose.EVALUATION, Content.RELEVANT_HEALTH_INFORMATION, Holder.HEALTH_SERVICE, Recipient.EVALUATOR);
        walk(evaluation, List.of(PURPOSE, CONTENT, HOLDER, RECIPIENT, GROUND), this::check);
        walk(evaluation, List.of(CONTENT, RECIPIENT, OBJECTION, STATE, DECIDED_BY, AGE, GROUND), this::check);
        walk(
                evaluation,
                List.of(
                        AGE,
                        CAPACITY,
                        COMPETENCE,
                        STATE,
                        DECIDED_BY,
                        COVERS,
                        LEGAL_BASIS,
                        fact(ANONYMISED_INSUFFICIENT)),
                this::check);
        walk(
                evaluation,
                List.of(
                        OBJECTION,
                        STATE,
                        DECIDED_BY,
                        GROUND,
                        LEGAL_BASIS,
                        APPROVALS,
                        fact(OPTED_OUT),
                        fact(ANONYMISED_INSUFFICIENT),
                        fact(TELLING_WOULD_INCREASE_RISK)),
                this::check);
        assertThat(seen).contains(N1, V1, V2, V3, V4, V5, V6);
    }

    @Test
    void between_people_who_care() {
        walk(
                point(
                        Purpose.DIRECT_CARE,
                        Content.RELEVANT_HEALTH_INFORMATION,
                        Holder.HEALTH_SERVICE,
                        Recipient.CARE_PROFESSIONAL),
                List.of(CONTENT, AGE, CAPACITY, COMPETENCE, STATE, DECIDED_BY, OBJECTION, GROUND),
                this::check);
        assertThat(seen).contains(P1, P2, P3, P4);
    }

    @Test
    void everything_else() {
        var support = point(
                Purpose.SUPPORT, Content.RELEVANT_HEALTH_INFORMATION, Holder.HEALTH_SERVICE, Recipient.FAMILY_TEAM);
        var people = List.of(AGE, CAPACITY, COMPETENCE, STATE, DECIDED_BY, OBJECTION);
        walk(support, with(people, COVERS, fact(FAMILY_WORKING_WITH_TEAM)), this::check);
        walk(support, with(people, PURPOSE, RECIPIENT, HOLDER), this::check);
        walk(support, with(people, CONTENT, fact(FAMILY_WORKING_WITH_TEAM)), this::check);
        assertThat(seen).contains(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12);
    }

    @Test
    void exceptions() {
        var referral = point(
                Purpose.REFERRAL, Content.RELEVANT_HEALTH_INFORMATION, Holder.HEALTH_SERVICE, Recipient.FAMILY_TEAM);
        walk(
                referral,
                List.of(
                        GROUND,
                        fact(URGENT),
                        APPROVALS,
                        fact(TELLING_WOULD_INCREASE_RISK),
                        RECIPIENT,
                        PURPOSE,
                        CONTENT),
                this::check);
        walk(
                referral,
                List.of(GROUND, fact(URGENT), RECIPIENT, AGE, CAPACITY, STATE, DECIDED_BY, OBJECTION),
                this::check);
        assertThat(seen).contains(I1, X1, X2, X3, X4, X5);
    }

    @Test
    void what_a_table_does_not_read_changes_nothing() {
        var random = new Random(2);
        var moved = new HashSet<Axis<?>>();
        for (int i = 0; i < 20_000; i++) {
            var point = randomPoint(random);
            var axis = axes().get(random.nextInt(axes().size()));
            var before = Rules.decide(request(point));
            point[axis.index()] = random.nextInt(axis.values().size());
            var after = Rules.decide(request(point));
            if (!readBy(before.row()).contains(axis)) {
                moved.add(axis);
                assertThat(after).isEqualTo(before);
            }
        }
        assertThat(moved).hasSizeGreaterThan(20);
    }

    private void check(SharingRequest r) {
        var decision = Rules.decide(r);
        seen.add(decision.row());
        if (!Transcription.text(decision).equals(Transcription.expected(r))
                || !Rules.decide(r).equals(decision)
                || !isSafe(r, decision)) {
            throw new AssertionError(Transcription.text(decision) + " for " + r.purpose() + " " + r.content() + " "
                    + r.holder() + " " + r.recipient() + " " + r.facts() + " "
                    + r.person().age() + " "
                    + r.person().capacity() + " " + r.person().competence() + " "
                    + r.consent().state() + " "
                    + r.consent().decidedBy() + " " + r.consent().covers() + " " + r.objection() + " " + r.ground()
                    + " " + r.approvals() + " " + r.legalBasis() + ", where the table says "
                    + Transcription.expected(r));
        }
    }

    /// What holds of all that is shared, whichever table it comes from.
    private static boolean isSafe(SharingRequest r, Decision decision) {
        if (!(decision instanceof Share)) {
            return true;
        }
        boolean byException = EnumSet.of(X1, X2, X5).contains(decision.row());
        boolean listOrMark = r.content() == Content.FAMILY_LIST || r.content() == Content.FAMILY_MARK;
        boolean wentBack = r.content().isAboutOnePerson() && Words.withdrawn(r);
        return MAY_SHARE.contains(decision.row())
                && r.content() != Content.HEALTH_RECORD
                && !(byException && listOrMark)
                && (!byException || r.ground() != Ground.NONE)
                && (!wentBack || AFTER_WITHDRAWAL.contains(r.ground()))
                && (!byException || r.recipient() != Recipient.OTHER || r.ground() == Ground.LEGAL_REQUIREMENT);
    }

    /// The fields that a decision with this row may depend on, read off the tables.
    private static Set<Axis<?>> readBy(Row row) {
        var flow = List.of(PURPOSE, CONTENT, HOLDER, RECIPIENT);
        var round = with(flow, fact(AGREEMENT_IN_FORCE), fact(WITHIN_AGREEMENT), OBJECTION);
        var person = with(flow, AGE, CAPACITY, COMPETENCE, STATE, DECIDED_BY, GROUND);
        var consent = with(person, OBJECTION, COVERS, fact(FAMILY_WORKING_WITH_TEAM));
        return new HashSet<>(
                switch (row.name().charAt(0)) {
                    case 'A' -> List.of(CONTENT);
                    case 'L' -> with(round, fact(NOTICE_IN_FORCE), fact(MEETS_OTHER_CRITERION));
                    case 'M' -> with(round, fact(FAMILY_ON_LIST), fact(JUDGED_BY_PROFESSIONAL));
                    case 'N' -> flow;
                    case 'V' ->
                        with(
                                person,
                                OBJECTION,
                                COVERS,
                                APPROVALS,
                                LEGAL_BASIS,
                                fact(ANONYMISED_INSUFFICIENT),
                                fact(OPTED_OUT));
                    case 'I' -> person;
                    case 'P' -> with(person, OBJECTION);
                    case 'T' -> consent;
                    case 'X' -> with(consent, fact(URGENT), APPROVALS, fact(TELLING_WOULD_INCREASE_RISK));
                    default -> throw new AssertionError(row);
                });
    }

    private static int[] point(Purpose purpose, Content content, Holder holder, Recipient recipient) {
        var point = origin();
        point[PURPOSE.index()] = PURPOSE.values().indexOf(purpose);
        point[CONTENT.index()] = CONTENT.values().indexOf(content);
        point[HOLDER.index()] = HOLDER.values().indexOf(holder);
        point[RECIPIENT.index()] = RECIPIENT.values().indexOf(recipient);
        return point;
    }

    private static List<Axis<?>> with(List<? extends Axis<?>> some, Axis<?>... more) {
        var all = new ArrayList<Axis<?>>(some);
        all.addAll(List.of(more));
        return all;
    }
}
