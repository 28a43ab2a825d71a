package org.kinmark.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Which of two records is the left one is chance, and no comparison may depend on it.
class SimilarityPropertiesTest {

    private static final int PAIRS = 20_000;

    private final SplittableRandom random = new SplittableRandom(17);
    private final Slips slips = new Slips(random, .3);

    @Test
    void texts_of_any_script_and_length_are_as_alike_either_way() {
        var letters = "aaabbcdeéöł ßЖд王明😀";
        for (int k = 0; k < PAIRS; k++) {
            var a = text(letters, random.nextInt(k % 10 == 0 ? 100 : 12));
            var b = k % 3 == 0 || a.isEmpty() ? text(letters, random.nextInt(12)) : slips.slip(a);
            double similarity = JaroWinkler.similarity(a, b);
            assertThat(similarity)
                    .as("<%s> and <%s>", a, b)
                    .isBetween(0.0, 1.0)
                    .isEqualTo(JaroWinkler.similarity(b, a));
            assertThat(JaroWinkler.similarity(a, a)).isEqualTo(1);
        }
    }

    private String text(String letters, int length) {
        var text = new StringBuilder();
        for (int k = 0; k < length; k++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    @Test
    void dates_are_as_near_either_way() {
        var met = new TreeSet<Integer>();
        for (int k = 0; k < PAIRS; k++) {
            int a = date();
            int b = k % 4 == 0 ? date() : slipped(a);
            int level = BirthDates.level(a, b);
            assertThat(level).as("%d and %d", a, b).isEqualTo(BirthDates.level(b, a));
            met.add(level);
        }
        assertThat(met).containsExactly(0, 1, 2, 3, 4, 5, 6);
    }

    private int date() {
        return random.nextInt(50) == 0
                ? 0
                : random.nextInt(1900, 2026) * 10_000 + random.nextInt(1, 13) * 100 + random.nextInt(1, 32);
    }

    /// The date with its month and day swapped, or with one or two digits of it changed: some are no
    /// dates, which does not matter here.
    private int slipped(int date) {
        if (random.nextInt(4) == 0) {
            return date / 10_000 * 10_000 + date % 100 * 100 + date / 100 % 100;
        }
        var digits = "%08d".formatted(date).toCharArray();
        for (int slip = random.nextInt(3); slip > 0; slip--) {
            digits[random.nextInt(digits.length)] = (char) ('0' + random.nextInt(10));
        }
        return Integer.parseInt(new String(digits));
    }

    /// Names with accents, names of several words, short forms, names in each other's place, and all
    /// that goes wrong with the rest of a record.
    @Test
    void every_comparison_of_two_records_has_one_level_either_way() throws IOException {
        var rows = rows();
        var values = new Values();
        var people = People.first(Rows.of(rows), values);
        values.derive();
        var parts = Parts.of(values, people);
        // Two, so that neither remembers what the other found.
        var one = new Comparer(values, parts, parts);
        var other = new Comparer(values, parts, parts);
        int[] met = new int[Comparison.values().length];
        for (int k = 0; k < PAIRS; k++) {
            int a = random.nextInt(rows.size());
            // Rows of one person follow each other.
            int b = k % 3 == 0 ? random.nextInt(rows.size()) : Math.min(rows.size() - 1, a + random.nextInt(4));
            int pattern = one.pattern(a, b);
            int reversed = other.pattern(b, a);
            for (var comparison : Comparison.values()) {
                int level = comparison.level(pattern);
                assertThat(comparison.level(reversed))
                        .as("%s of %s and %s", comparison, rows.get(a), rows.get(b))
                        .isEqualTo(level);
                met[comparison.ordinal()] |= 1 << level;
            }
        }
        for (var comparison : Comparison.values()) {
            assertThat(Integer.toBinaryString(met[comparison.ordinal()]))
                    .as("the levels of %s that were met", comparison)
                    .isEqualTo("1".repeat(comparison.size() + 1));
        }
    }

    private List<String> rows() throws IOException {
        var forms = forms();
        var rows = new ArrayList<String>();
        for (var person : TwoFiles.of(3, 1, 600, 0).right()) {
            var fields = person.split("\\|", -1);
            var names = forms.get(random.nextInt(forms.size()));
            for (int k = 0; k < 4; k++) {
                fields[1] = names.get(random.nextInt(names.size()))
                        + (random.nextInt(4) == 0 ? "-" + names.getFirst() : "");
                rows.add(slips.rewritten(String.join("|", Arrays.asList(fields))));
            }
        }
        return rows;
    }

    private static List<List<String>> forms() throws IOException {
        try (var in = Objects.requireNonNull(OtherForms.class.getResourceAsStream("other-forms.txt"));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ")))
                    .toList();
        }
    }
}
