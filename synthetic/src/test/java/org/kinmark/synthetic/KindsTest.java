package org.kinmark.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What each kind of area promises, looked for in its files.
class KindsTest {

    @TempDir
    static Path folder;

    private static final Map<Kind, AreaFiles> AREAS = new EnumMap<>(Kind.class);

    @BeforeAll
    static void write() {
        for (var kind : Kind.values()) {
            AREAS.put(kind, AreaFiles.write(folder.resolve(kind.written()), AreaFiles.order(1500, 8, 6000, 2, kind)));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void nobodys_number_or_postcode_is_a_real_ones(Kind kind) {
        for (var row : everywhere(kind)) {
            assertThat(row.getField("nhs_number")).matches("|999[0-9]{7}");
            assertThat(row.getField("postcode")).matches("|KM[1-9][0-9]? ?[0-9][ABD-HJLNP-UW-Z]{2}");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everybody_was_born_by_the_date_of_the_order_and_is_of_an_age_that_the_service_sees(Kind kind) {
        for (var service : area(kind).services()) {
            int from = bound(service.getField("min_age"), 0);
            int to = bound(service.getField("max_age"), 200);
            for (var row : area(kind).register(service.getField("service_id"))) {
                if (!row.getField("birth_date").isEmpty()) {
                    var birth = LocalDate.parse(row.getField("birth_date"));
                    assertThat(birth).isBeforeOrEqualTo(AreaFiles.AS_OF);
                    assertThat(Ages.between(birth, AreaFiles.AS_OF)).isBetween(from, to);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void six_in_ten_families_people_have_no_nhs_number_and_nearly_all_where_there_are_more_errors(Kind kind) {
        boolean more = kind == Kind.HARD || kind == Kind.HELD_OUT;
        assertThat(share(
                        area(kind).rows("families.csv"),
                        row -> row.getField("nhs_number").isEmpty()))
                .isCloseTo(more ? 0.95 : 0.6, within(0.025));
    }

    @Test
    void half_of_all_family_names_are_one_of_twenty_where_surnames_are_few_and_other_ones_with_another_seed() {
        var few = twentyCommonest(area(Kind.FEW_SURNAMES));
        assertThat(shareOfMen(area(Kind.FEW_SURNAMES), few)).isBetween(0.45, 0.58);
        assertThat(shareOfMen(area(Kind.DEFAULT), twentyCommonest(area(Kind.DEFAULT))))
                .isLessThan(0.25);
        var elsewhere = AreaFiles.write(folder.resolve("seed"), AreaFiles.order(10, 7, 6000, 3, Kind.FEW_SURNAMES));
        assertThat(new HashSet<>(few)).isNotEqualTo(new HashSet<>(twentyCommonest(elsewhere)));
    }

    @Test
    void hardly_a_name_of_many_languages_is_one_that_the_usual_lists_have() {
        assertThat(share(men(area(Kind.DEFAULT)), KindsTest::isUsual)).isGreaterThan(0.8);
        assertThat(share(men(area(Kind.MANY_LANGUAGES)), KindsTest::isUsual)).isLessThan(0.03);
    }

    @Test
    void a_woman_of_many_languages_bears_her_form_of_the_name_and_is_now_and_then_written_with_the_mans() {
        var area = area(Kind.MANY_LANGUAGES);
        var women = everywhere(Kind.MANY_LANGUAGES).stream()
                .filter(row -> row.getField("sex").equals("female"))
                .filter(row -> row.getField("family_name").matches(".*ova?"))
                .toList();
        assertThat(women).hasSizeGreaterThan(200);
        assertThat(share(women, row -> row.getField("family_name").endsWith("ov")))
                .isBetween(0.03, 0.15);
        assertThat(share(men(area), row -> row.getField("family_name").endsWith("ova")))
                .isLessThan(0.001);
    }

    @Test
    void a_child_of_many_languages_may_bear_both_parents_names_or_its_fathers_given_one() {
        int joined = 0;
        int patronymic = 0;
        for (var family : area(Kind.MANY_LANGUAGES).families().values()) {
            var given = family.stream().map(row -> row.getField("given_name")).collect(Collectors.toSet());
            var halves = family.stream()
                    .map(row -> row.getField("family_name").split(" ", 2)[0])
                    .collect(Collectors.toSet());
            for (var row : family) {
                var name = row.getField("family_name");
                patronymic += given.contains(name) && !name.equals(row.getField("given_name")) ? 1 : 0;
                joined += name.contains(" ") && halves.contains(name.substring(name.indexOf(' ') + 1)) ? 1 : 0;
            }
        }
        assertThat(patronymic).isGreaterThan(20);
        assertThat(joined).isGreaterThan(5);
    }

    @Test
    void many_were_born_on_1_january_where_slips_are_other() {
        assertThat(bornOn(Kind.OTHER_SLIPS, "-01-01")).isBetween(0.04, 0.1);
        assertThat(bornOn(Kind.DEFAULT, "-01-01")).isLessThan(0.01);
    }

    @Test
    void what_is_not_known_is_made_up_where_slips_are_other_and_left_out_otherwise() {
        assertThat(madeUp(Kind.OTHER_SLIPS, "given")).isBetween(0.002, 0.009);
        assertThat(madeUp(Kind.OTHER_SLIPS, "family")).isBetween(0.001, 0.006);
        assertThat(madeUp(Kind.DEFAULT, "given") + madeUp(Kind.DEFAULT, "family"))
                .isZero();
        assertThat(bornOn(Kind.OTHER_SLIPS, "1900-01-01")).isBetween(0.0002, 0.003);
        assertThat(bornOn(Kind.DEFAULT, "1900-01-01")).isZero();
        assertThat(share(area(Kind.OTHER_SLIPS).rows("families.csv"), KindsTest::isAtTheOffice))
                .isBetween(0.01, 0.03);
        assertThat(share(area(Kind.DEFAULT).rows("families.csv"), KindsTest::isAtTheOffice))
                .isLessThan(0.005);
    }

    @Test
    void a_few_people_have_the_number_of_the_row_before_where_slips_are_other_and_nobody_otherwise() {
        assertThat(numbersOfOthers(Kind.OTHER_SLIPS)).isBetween(1, 30);
        assertThat(numbersOfOthers(Kind.DEFAULT)).isZero();
    }

    @Test
    void where_households_are_other_families_have_up_to_nine_people_and_4_31_on_average() {
        var sizes = area(Kind.OTHER_HOUSEHOLDS).families().values().stream()
                .mapToInt(List::size)
                .summaryStatistics();
        assertThat(sizes.getMin()).isEqualTo(1);
        assertThat(sizes.getMax()).isEqualTo(9);
        assertThat(sizes.getAverage()).isCloseTo(4.31, within(0.02));
    }

    @Test
    void where_households_are_other_families_of_three_family_names_are_common() {
        assertThat(familiesOfThreeNames(Kind.OTHER_HOUSEHOLDS)).isGreaterThan(0.35);
        assertThat(familiesOfThreeNames(Kind.DEFAULT)).isLessThan(0.3);
    }

    @Test
    void where_households_are_other_many_old_people_of_many_names_live_at_one_postcode() {
        assertThat(oldPeopleAtOnePostcode(Kind.OTHER_HOUSEHOLDS)).isGreaterThan(18);
        assertThat(oldPeopleAtOnePostcode(Kind.DEFAULT)).isLessThan(18);
    }

    @Test
    void what_is_held_out_has_everything_at_once() {
        var area = area(Kind.HELD_OUT);
        assertThat(shareOfMen(area, twentyCommonest(area))).isBetween(0.3, 0.58);
        assertThat(share(men(area), KindsTest::isUsual)).isLessThan(0.03);
        assertThat(bornOn(Kind.HELD_OUT, "-01-01")).isGreaterThan(0.04);
        assertThat(familiesOfThreeNames(Kind.HELD_OUT)).isGreaterThan(0.35);
        assertThat(oldPeopleAtOnePostcode(Kind.HELD_OUT)).isGreaterThan(18);
    }

    private static AreaFiles area(Kind kind) {
        return Objects.requireNonNull(AREAS.get(kind));
    }

    /// The rows of the families' file and of every register.
    private static List<NamedCsvRecord> everywhere(Kind kind) {
        var rows = new ArrayList<>(area(kind).rows("families.csv"));
        area(kind).services().forEach(service -> rows.addAll(area(kind).register(service.getField("service_id"))));
        return rows;
    }

    private static List<NamedCsvRecord> practice(AreaFiles area) {
        return area.register(area.services().getLast().getField("service_id"));
    }

    private static List<NamedCsvRecord> men(AreaFiles area) {
        return practice(area).stream()
                .filter(row -> row.getField("sex").equals("male"))
                .filter(row -> !row.getField("family_name").isEmpty())
                .toList();
    }

    private static List<String> twentyCommonest(AreaFiles area) {
        return men(area).stream()
                .collect(Collectors.groupingBy(row -> row.getField("family_name"), Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(20)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double shareOfMen(AreaFiles area, List<String> names) {
        return share(men(area), row -> names.contains(row.getField("family_name")));
    }

    private static boolean isUsual(NamedCsvRecord row) {
        return Usual.GIVEN.contains(row.getField("given_name"));
    }

    private static double bornOn(Kind kind, String endOfDate) {
        return share(practice(area(kind)), row -> row.getField("birth_date").endsWith(endOfDate));
    }

    /// @param name `given` or `family`
    private static double madeUp(Kind kind, String name) {
        var words = WordLists.read("made-up.txt").list(name);
        return share(area(kind).rows("families.csv"), row -> words.contains(row.getField(name + "_name")));
    }

    private static boolean isAtTheOffice(NamedCsvRecord row) {
        return row.getField("postcode").replace(" ", "").equals("KM11AA");
    }

    /// How many people of the team's file have a number that a register knows as another patient's.
    private static int numbersOfOthers(Kind kind) {
        var area = area(kind);
        var numbers = area.rows("families.csv").stream()
                .collect(Collectors.toMap(
                        row -> row.getField("person_id"), row -> row.getField("nhs_number"), (first, _) -> first));
        var registers = area.services().stream()
                .map(row -> row.getField("service_id"))
                .collect(Collectors.toMap(id -> id, area::registerById));
        var wrong = new HashSet<String>();
        for (var row : area.rows("truth.csv")) {
            var register = AreaFiles.of(registers, row.getField("service_id"));
            var right = AreaFiles.of(register, row.getField("patient_id")).getField("nhs_number");
            var written = AreaFiles.of(numbers, row.getField("person_id"));
            if (!written.isEmpty() && !right.isEmpty() && !written.equals(right)) {
                wrong.add(row.getField("person_id"));
            }
        }
        return wrong.size();
    }

    private static double familiesOfThreeNames(Kind kind) {
        var families = area(kind).families().values().stream()
                .filter(family -> family.size() > 2)
                .toList();
        long ofThree = families.stream()
                .filter(family -> family.stream()
                                .map(row -> row.getField("family_name"))
                                .distinct()
                                .count()
                        > 2)
                .count();
        return (double) ofThree / families.size();
    }

    /// The most family names that people of 68 and older have who share a postcode.
    private static int oldPeopleAtOnePostcode(Kind kind) {
        return practice(area(kind)).stream()
                .filter(row -> !row.getField("postcode").isEmpty() && !isAtTheOffice(row))
                .filter(row -> !row.getField("birth_date").isEmpty())
                .filter(row -> LocalDate.parse(row.getField("birth_date")).isBefore(AreaFiles.AS_OF.minusYears(68)))
                .collect(Collectors.groupingBy(
                        row -> row.getField("postcode"),
                        Collectors.mapping(row -> row.getField("family_name"), Collectors.toSet())))
                .values()
                .stream()
                .map(Set::size)
                .max(Comparator.naturalOrder())
                .orElse(0);
    }

    private static double share(List<NamedCsvRecord> rows, Predicate<NamedCsvRecord> of) {
        return (double) rows.stream().filter(of).count() / rows.size();
    }

    private static int bound(String written, int otherwise) {
        return written.isEmpty() ? otherwise : Integer.parseInt(written);
    }

    /// The given names of the usual lists.
    private static final class Usual {

        private static final Set<String> GIVEN = Stream.of("british", "irish", "indian", "pakistani-and-bangladeshi")
                .flatMap(name -> WordLists.read("names/" + name + ".txt").lists().entrySet().stream())
                .filter(list ->
                        list.getKey().startsWith("male") || list.getKey().startsWith("female"))
                .flatMap(list -> list.getValue().stream())
                .collect(Collectors.toSet());
    }
}
