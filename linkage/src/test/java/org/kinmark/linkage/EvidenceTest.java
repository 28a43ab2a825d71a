package org.kinmark.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kinmark.linkage.Explanation.Standing;
import org.kinmark.linkage.Explanation.Step;

class EvidenceTest {

    private static final List<String> LIST = Town.people(1, 400);

    private final List<String> register = new ArrayList<>(Town.people(2, 3_000));

    private static Linkage link(List<String> left, List<String> right) {
        return Linker.link(Rows.of(left), Rows.of(right), Settings.of(Assignment.ONE_TO_ONE, 2));
    }

    private static List<String> words(Explanation explanation) {
        return explanation.steps().stream().map(Step::words).toList();
    }

    @Test
    void the_steps_of_every_pair_sum_to_its_weight_and_a_links_to_the_links() {
        register.addAll(LIST);
        var linkage = link(LIST, register);
        assertThat(linkage.links()).hasSizeGreaterThan(350);
        for (var link : linkage.best()) {
            var why = linkage.evidence().of(link.left(), link.right());
            assertThat(why.weight()).isEqualTo(link.weight());
            assertThat(why.probability()).isEqualTo(link.probability());
            assertThat(sum(why)).isCloseTo(link.weight(), within(1e-9));
            assertThat(why.standing())
                    .isEqualTo(link.probability() >= linkage.cut().probability() ? Standing.LINKED : Standing.BEST);
        }
        var random = new Random(3);
        for (int i = 0; i < 500; i++) {
            var why = linkage.evidence().of(random.nextInt(LIST.size()), random.nextInt(register.size()));
            assertThat(sum(why)).isCloseTo(why.weight(), within(1e-9));
        }
    }

    private static double sum(Explanation explanation) {
        return explanation.steps().stream().mapToDouble(Step::bits).sum();
    }

    @Test
    void what_was_found_is_said_in_words_and_the_rarer_name_tells_more() {
        var left = new ArrayList<>(LIST);
        left.add("|william|oakfield|1990-05-17|M|QX3 4AB");
        left.add("|william|zebedee|1991-05-17|M|QX3 4AB");
        register.add("|bill|oakfield|1990-05-17|M|QX3 4CD");
        register.add("|bill|zebedee|1991-05-17|M|QX3 4CD");
        for (int i = 0; i < 90; i++) {
            register.add("|gus" + i + "|oakfield|19" + (i % 90 + 10) + "-01-0" + (i % 9 + 1) + "|M|QX9 1ZZ");
        }
        var evidence = link(left, register).evidence();
        var common = evidence.of(400, 3_000);
        var rare = evidence.of(401, 3_001);
        assertThat(words(common))
                .containsSubsequence(
                        "any two records, before they are compared",
                        "given name is a usual short form, other spelling or one part",
                        "same family name",
                        "same birth date",
                        "same sex",
                        "postcode near");
        assertThat(of(rare, "family_name").bits())
                .isGreaterThan(of(common, "family_name").bits() + 2);
        assertThat(of(common, "family_name").share().orElseThrow())
                .isGreaterThan(of(rare, "family_name").share().orElseThrow());
        assertThat(of(common, "given_name").share()).isEmpty();
    }

    private static Step of(Explanation explanation, String comparison) {
        return explanation.steps().stream()
                .filter(step -> step.comparison().equals(comparison))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void any_pair_can_be_asked_about() {
        var left = new ArrayList<>(LIST);
        left.add("9434765919|maeve|coldworth|1990-05-17|F|QX3 4AB");
        left.add("|wilhelmina|hartcombe|2012-08-09|F|QX5 1CD");
        register.add("9434765870|maeve|coldworth|1990-05-17|F|QX3 4AB");
        register.add("|wilhelmina|hartcombe|2012-08-09|F|QX5 1CD");
        register.add("|wilhelmian|hartcombe|2012-08-09|F|QX5 1CD");
        var evidence = link(left, register).evidence();
        assertThat(evidence.of(400, 3_000).standing()).isEqualTo(Standing.NEVER);
        assertThat(evidence.of(401, 3_001).standing()).isEqualTo(Standing.LINKED);
        var second = evidence.of(401, 3_002);
        assertThat(second.standing()).isEqualTo(Standing.SECOND);
        assertThat(words(second).getLast()).isEqualTo("others fit too");
        assertThat(second.steps().getLast().bits()).isNegative();
        assertThat(evidence.of(401, 5).standing()).isEqualTo(Standing.APART);
    }

    @Test
    void says_of_each_record_without_a_link_why() {
        var left = new ArrayList<>(LIST.subList(0, 300));
        left.add("|||||");
        left.add("||||F|");
        left.add("|Quetzal|Xanthopoulos|1901-03-04|F|ZZ99 9ZZ");
        left.add("|wilhelmina|hartcombe||F|QX5 1CD");
        left.add("|idris|millstead|1988-12-20|M|QX7 7EF");
        left.add("|idris|millstead|1988-12-20|M|QX7 7EF");
        left.add("|wilfred|thornbury|1950-12-20|M|QX1 1AA");
        register.addAll(LIST.subList(0, 300));
        for (int year = 1950; year <= 2010; year += 30) {
            register.add("|wilhelmina|hartcombe|" + year + "-08-09|F|QX5 1CD");
        }
        register.add("|idris|millstead|1988-12-20|M|QX7 7EF");
        register.add("|wilfrida|thornbury|1950-02-11|F|QX1 1AA");
        var unlinked = link(left, register).evidence().unlinked();
        assertThat(unlinked.get(Unlinked.EMPTY)).containsExactly(300);
        assertThat(unlinked.get(Unlinked.TOO_LITTLE)).containsExactly(301);
        assertThat(unlinked.get(Unlinked.NOBODY_ALIKE)).containsExactly(302);
        assertThat(unlinked.get(Unlinked.TAKEN)).containsExactly(305);
        assertThat(unlinked.get(Unlinked.TOO_UNLIKE)).contains(306);
        assertThat(unlinked.get(Unlinked.SEVERAL_FIT)).containsExactly(303);
    }
}
