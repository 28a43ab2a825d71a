package org.kinmark.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds of any two files: here of many invented ones, with errors of every kind in both.
class LinkagePropertiesTest {

    /// Far more pairs than are drawn for u, and neighbours who share a postcode.
    @ParameterizedTest
    @EnumSource
    void the_order_of_rows_changes_no_link_and_no_probability(Assignment assignment) {
        for (long seed = 1; seed <= 2; seed++) {
            var files = TwoFiles.of(seed, 300, 2_000, .08);
            var ofLeft = TwoFiles.order(300, seed + 10);
            var ofRight = TwoFiles.order(2_000, seed + 20);
            var found = files.link(assignment);
            var foundInOtherOrder = new TwoFiles(
                            ofLeft.stream().map(files.left()::get).toList(),
                            ofRight.stream().map(files.right()::get).toList(),
                            new int[0])
                    .link(assignment);
            assertThat(foundInOtherOrder.model()).isEqualTo(found.model());
            assertThat(foundInOtherOrder.pairsCompared()).isEqualTo(found.pairsCompared());
            assertThat(foundInOtherOrder.cut().probability())
                    .isCloseTo(found.cut().probability(), within(1e-9));
            var links = new HashMap<Integer, Link>();
            found.best().forEach(link -> links.put(link.left(), link));
            assertThat(foundInOtherOrder.best()).hasSameSizeAs(found.best()).hasSizeGreaterThan(200);
            for (var link : foundInOtherOrder.best()) {
                var before = Objects.requireNonNull(links.get(ofLeft.get(link.left())));
                // Sums of the same numbers in another order differ in their last digits.
                assertThat(link.weight()).isCloseTo(before.weight(), within(1e-9));
                // Of two who are exactly as likely, at most a half each, the earlier is taken.
                if (link.probability() > .5) {
                    assertThat(ofRight.get(link.right())).isEqualTo(before.right());
                }
            }
        }
    }

    /// Codes are numbered as values come, and the blocks of some are counted first: here it is the block
    /// of nearly everybody when twelve others come first, and not when they come last.
    @Test
    void whether_a_wide_rule_is_used_does_not_depend_on_the_order_of_rows() {
        var rows = IntStream.range(0, 240)
                .mapToObj(i -> "|%s|%s|||".formatted(i < 228 ? "amina" : "other" + word(i), "family" + word(i)))
                .toList();
        var pairs = IntStream.rangeClosed(0, 24)
                .mapToLong(first -> {
                    var turned = new ArrayList<>(rows);
                    Collections.rotate(turned, first);
                    var records = Rows.of(turned);
                    return Linker.plan(records, records, Settings.of(Assignment.ONE_TO_ONE, 1))
                            .pairs();
                })
                .distinct()
                .toArray();
        assertThat(pairs).hasSize(1);
        assertThat(pairs[0]).isGreaterThan(228 * 228);
    }

    private static String word(int number) {
        return "" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    }

    /// Enough rows for three pieces of work, and for reading in several.
    @Test
    void the_number_of_threads_and_of_pieces_read_changes_nothing() {
        var files = TwoFiles.of(3, 300, 40_000, .05);
        var one = link(files, 1, 1);
        assertThat(one.best()).hasSizeGreaterThan(200);
        for (int threads : List.of(2, 3, 8)) {
            var another = link(files, threads, threads);
            assertThat(another.best()).isEqualTo(one.best());
            assertThat(another.cut()).isEqualTo(one.cut());
            assertThat(another.model()).isEqualTo(one.model());
            assertThat(another.pairsCompared()).isEqualTo(one.pairsCompared());
        }
    }

    private static Linkage link(TwoFiles files, int pieces, int threads) {
        return Linker.link(
                Rows.inPieces(files.left(), pieces),
                Rows.inPieces(files.right(), pieces),
                Settings.of(Assignment.ONE_TO_ONE_WITHIN_FAMILY, threads));
    }

    /// Numbers are recorded against other people here: one row in three has the number of somebody else.
    @Test
    void two_different_valid_nhs_numbers_are_never_linked() {
        int both = 0;
        for (long seed = 1; seed <= 12; seed++) {
            var random = new SplittableRandom(seed);
            var files = TwoFiles.of(seed, 200, 500, .05);
            var left = withNumbersOfOthers(files.left(), random);
            var right = withNumbersOfOthers(files.right(), random);
            var assignment = Assignment.values()[(int) (seed % 3)];
            for (var link :
                    new TwoFiles(left, right, files.answers()).link(assignment).best()) {
                var one = NhsNumber.parse(left.get(link.left()).split("\\|", -1)[0]);
                var other = NhsNumber.parse(right.get(link.right()).split("\\|", -1)[0]);
                if (one.isPresent() && other.isPresent()) {
                    both++;
                    assertThat(one).as("the numbers of a link of seed %d", seed).isEqualTo(other);
                }
            }
        }
        assertThat(both).isGreaterThan(200);
    }

    private static List<String> withNumbersOfOthers(List<String> rows, SplittableRandom random) {
        return rows.stream()
                .map(row -> random.nextInt(3) == 0
                        ? rows.get(random.nextInt(rows.size())).split("\\|", -1)[0] + row.substring(row.indexOf('|'))
                        : row)
                .toList();
    }

    /// What the model may be wrong by: odds twice as high, or half as high, as they should be.
    private static final double ONE_BIT = 1;

    @Test
    void of_people_who_live_alone_as_many_are_matched_as_the_probabilities_say() {
        var all = linked(LongStream.rangeClosed(1, 4)
                .mapToObj(seed -> TwoFiles.ofPeopleAlone(seed, 3_000, 6_000, .1))
                .toList());
        assertCalibrated(all);
    }

    @Test
    void of_households_as_many_are_matched_as_the_probabilities_say() {
        var all = linked(LongStream.rangeClosed(1, 4)
                .mapToObj(seed -> TwoFiles.of(seed, 1_500, 6_000, .1))
                .toList());
        assertCalibrated(all);
    }

    /// @param weight as the linkage has it
    /// @param isTaken whether the pair is a link at the default cut
    private record Judged(double weight, boolean isTaken, boolean isRight) {
        double probability() {
            return ofWeight(weight);
        }
    }

    private static List<Judged> linked(List<TwoFiles> files) {
        return files.stream()
                .flatMap(two -> {
                    var linkage = two.link(Assignment.ONE_TO_ONE);
                    return linkage.best().stream()
                            .map(link -> new Judged(
                                    link.weight(),
                                    link.probability() >= linkage.cut().probability(),
                                    two.isSame(link.left(), link.right())));
                })
                .toList();
    }

    /// In each range of probabilities, and among the links together, the share that is right.
    private static void assertCalibrated(List<Judged> all) {
        double[] edges = {.01, .1, .5, .9, .99, .999, 1.01};
        for (int k = 0; k + 1 < edges.length; k++) {
            double from = edges[k];
            double to = edges[k + 1];
            var within = all.stream()
                    .filter(pair -> pair.probability() >= from && pair.probability() < to)
                    .toList();
            assertThat(within).hasSizeGreaterThan(30);
            assertShare(within, "from " + from);
        }
        assertShare(all.stream().filter(Judged::isTaken).toList(), "of the links");
    }

    /// The share of right ones is the mean probability, give or take three standard errors of that many
    /// draws and what the model may be wrong by.
    private static void assertShare(List<Judged> pairs, String which) {
        double share = (double) pairs.stream().filter(Judged::isRight).count() / pairs.size();
        double least = mean(pairs, -ONE_BIT);
        double most = mean(pairs, ONE_BIT);
        assertThat(share)
                .as("right of %d %s", pairs.size(), which)
                .isBetween(least - 3 * error(least, pairs.size()), most + 3 * error(most, pairs.size()));
    }

    /// The mean probability were all weights so many bits higher.
    private static double mean(List<Judged> pairs, double bits) {
        return pairs.stream()
                .mapToDouble(pair -> ofWeight(pair.weight + bits))
                .average()
                .orElseThrow();
    }

    private static double ofWeight(double weight) {
        return 1 / (1 + Math.pow(2, -weight));
    }

    private static double error(double share, int draws) {
        return Math.sqrt(share * (1 - share) / draws);
    }

    /// Nearly half of the rows have an error in either file.
    @Test
    void the_default_cut_is_nearly_as_good_as_the_best() {
        for (long seed = 1; seed <= 4; seed++) {
            for (var files :
                    List.of(TwoFiles.of(seed, 1_500, 6_000, .05), TwoFiles.ofPeopleAlone(seed, 1_500, 6_000, .05))) {
                var linkage = files.link(Assignment.ONE_TO_ONE);
                var evaluation = Evaluation.of(linkage.best(), linkage.cut().probability(), files);
                assertThat(evaluation.best().f1() - evaluation.atCut().f1())
                        .as("F1 lost with seed %d", seed)
                        .isLessThanOrEqualTo(.002);
                assertThat(evaluation.atCut().f1()).isBetween(.99, 1.0);
            }
        }
    }
}
