package org.kinmark.hub.familylist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kinmark.exchange.Identity;
import org.kinmark.linkage.NhsNumber;
import org.kinmark.linkage.Sex;

/// Whom an objection means: one sign is enough, and a relative is not meant.
class WhoIsMeantTest {

    private static Identity person(@Nullable String number, String given, String family, String born, String postcode) {
        return new Identity(
                number == null ? null : NhsNumber.parse(number).orElseThrow(),
                given,
                family,
                LocalDate.parse(born),
                Sex.UNKNOWN,
                postcode);
    }

    @ParameterizedTest
    @CsvSource({
        "9434765919, Zoe,   Other,    1950-01-01, LS1 4AP, the number alone",
        ",           anne,  ONeil,    1990-02-03, LS1 4AP, names and birth date however written",
        "9000000009, Anne,  O'Neil,   1990-02-03, SE15 1AA, a number that may be mistyped",
        ",           Anne,  ONeill,   1990-02-03, SE15 1AA, a slip in the name",
        ",           O'Neil, Anne,    1990-02-03, SE15 1AA, names in the other order",
        ",           Anne,  O'Neil,   1990-03-02, SE15 1AA, day and month in the other order"
    })
    void one_sign_is_enough(
            @Nullable String number, String given, String family, String born, String postcode, String sign) {
        var listed = person("9434765919", "Anne", "O'Neil", "1990-02-03", "SE15 1AA");
        assertThat(new WhoIsMeant(List.of(listed)).by(person(number, given, family, born, postcode)))
                .as(sign)
                .containsExactly(0);
    }

    @ParameterizedTest
    @CsvSource({
        ", Oliver, Smith, 2015-06-07, SE15 1AA, a twin",
        ", Jack, Smith, 1985-01-02, SE15 1AA, his father of the same name",
        ", Jack, Smith, 2011-09-30, M1 1AE,   a stranger of the same name"
    })
    void relatives_and_strangers_are_not(
            @Nullable String number, String given, String family, String born, String postcode, String who) {
        var listed = person(null, "Jack", "Smith", "2015-06-07", "SE15 1AA");
        assertThat(new WhoIsMeant(List.of(listed)).by(person(number, given, family, born, postcode)))
                .as(who)
                .isEmpty();
    }

    @Test
    void everybody_is_found_who_is_meant_and_nobody_else() {
        var people = List.of(
                person(null, "Anna", "Berg", "1990-02-03", "SE15 1AA"),
                person(null, "Omar", "Berg", "1990-02-03", "SE15 1AA"),
                person(null, "Anna", "Berg", "1990-02-03", ""));
        assertThat(new WhoIsMeant(people).by(people.getFirst())).containsExactly(0, 2);
    }

    @Test
    void whoever_knows_exactly_whom_they_mean_means_nobody_who_is_only_alike() {
        var people = List.of(
                person(null, "Anna", "Family0", "2004-03-05", "SE15 1AA"),
                person(null, "Anna", "Family1", "2004-03-05", "SE15 1AA"),
                person("9434765919", "Zoe", "Other", "1950-01-01", "LS1 4AP"));
        var meant = new WhoIsMeant(people);
        assertThat(meant.exactly(people.getFirst())).containsExactly(0);
        assertThat(meant.exactly(person("9434765919", "Anna", "Family1", "2004-03-05", "")))
                .containsExactly(1, 2);
    }
}
