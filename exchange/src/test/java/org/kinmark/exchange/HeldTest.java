package org.kinmark.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kinmark.linkage.Sex;
import org.kinmark.rules.attack.Answered;
import org.kinmark.rules.boundary.Explanation;
import org.kinmark.rules.boundary.ServiceKind;

class HeldTest {

    private static final LocalDate BORN = LocalDate.of(2008, 10, 2);

    @Test
    void a_question_is_all_rows_of_a_family_and_a_round() {
        var held = Held.of(List.of(
                row("r1", "F", "a", BORN, false), row("r1", "F", "b", BORN, false), row("r2", "F", "a", BORN, false)));
        assertThat(held.answers())
                .extracting(answer -> answer.explanations().size())
                .containsExactly(2, 1);
        assertThat(held.families()).containsExactly("F");
        assertThat(held.people()).containsExactly("a", "b");
    }

    @Test
    void somebody_of_another_age_or_sex_or_without_a_birth_date_explains_nothing() {
        assertThat(explanations(row("r", "F", "a", BORN, false))).hasSize(1);
        assertThat(explanations(row("r", "F", "a", BORN.minusDays(1), false))).isEmpty();
        assertThat(explanations(row("r", "F", "a", null, false))).isEmpty();
        var male = new HeldRow(
                "r", BORN, "F", "a", BORN, Sex.MALE, ServiceKind.CAMHS, false, "i", null, null, Sex.FEMALE, true);
        assertThat(explanations(male)).isEmpty();
    }

    @Test
    void a_kind_of_which_another_service_was_asked_too_is_not_the_councils_alone() {
        var council = row("r", "F", "a", BORN, true);
        assertThat(explanations(council, council)).singleElement().matches(Explanation::fromTheCouncil);
        assertThat(explanations(council, row("r", "F", "a", BORN, false)))
                .singleElement()
                .matches(one -> !one.fromTheCouncil());
        assertThat(explanations(row("r", "F", "a", BORN, false), council))
                .singleElement()
                .matches(one -> !one.fromTheCouncil());
    }

    @Test
    void rows_of_a_round_in_another_order_are_the_same() {
        var rows = new ArrayList<>(List.of(
                row("r2", "G", "b", BORN, false), row("r2", "F", "a", BORN, true), row("r2", "F", "b", null, false)));
        var held = Held.of(rows);
        Collections.reverse(rows);
        assertThat(Held.of(rows).families()).isEqualTo(held.families()).containsExactly("F", "G");
        assertThat(Held.of(rows).people()).isEqualTo(held.people()).containsExactly("a", "b");
        assertThat(Held.of(rows).answers()).isEqualTo(held.answers());
        assertThat(Held.of(rows).undated()).isEqualTo(held.undated()).containsExactly(0);
    }

    @Test
    void rounds_stand_in_the_order_in_which_they_come() {
        assertThat(Held.of(List.of(row("r2", "F", "a", BORN, true), row("r1", "F", "a", BORN, true)))
                        .answers())
                .extracting(Answered::round)
                .containsExactly("r2", "r1");
    }

    private static Set<Explanation> explanations(HeldRow... rows) {
        return Held.of(List.of(rows)).answers().getFirst().explanations();
    }

    /// Somebody who is seventeen for one more day, and an indicator for people up to seventeen.
    private static HeldRow row(String round, String family, String person, @Nullable LocalDate born, boolean council) {
        return new HeldRow(
                round,
                LocalDate.of(2026, 10, 1),
                family,
                person,
                born,
                Sex.FEMALE,
                ServiceKind.HEALTH_VISITING,
                council,
                "child-adhd",
                null,
                17,
                null,
                true);
    }
}
