package org.kinmark.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FamiliesFileTest {

    private static final Set<String> CRITERIA = Set.of(
            "crime_antisocial_behaviour", "school_attendance", "children_need_help", "worklessness", "domestic_abuse");

    @TempDir
    static Path folder;

    private static AreaFiles area;
    private static List<NamedCsvRecord> rows;

    @BeforeAll
    static void write() {
        area = AreaFiles.write(folder.resolve("area"), AreaFiles.order(3000, 10, 3000, 1, Kind.DEFAULT));
        rows = area.rows("families.csv");
    }

    @Test
    void the_columns_are_those_that_were_promised() {
        assertThat(area.headings("families.csv"))
                .isEqualTo("family_id,person_id,nhs_number,given_name,family_name,birth_date,sex,postcode,"
                        + "gp_practice,shielded,criteria");
    }

    @Test
    void a_familys_rows_stand_together_and_families_in_order() {
        var order = new ArrayList<String>();
        for (var row : rows) {
            if (order.isEmpty() || !order.getLast().equals(row.getField("family_id"))) {
                order.add(row.getField("family_id"));
            }
        }
        assertThat(order).hasSize(3000).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void families_have_one_to_nine_people_and_3_15_on_average() {
        var sizes = area.families().values().stream().mapToInt(List::size).summaryStatistics();
        assertThat(sizes.getMin()).isEqualTo(1);
        assertThat(sizes.getMax()).isEqualTo(9);
        assertThat(sizes.getAverage()).isCloseTo(3.15, within(0.01));
    }

    @Test
    void a_small_area_has_the_mean_of_a_large_one() {
        var small = AreaFiles.write(folder.resolve("small"), AreaFiles.order(300, 7, 10, 5, Kind.DEFAULT));
        assertThat(small.rows("families.csv").size() / 300.0).isCloseTo(3.15, within(0.03));
    }

    @Test
    void no_person_stands_twice_in_a_family_under_one_id() {
        assertThat(rows.stream().map(row -> row.getField("family_id") + " " + row.getField("person_id")))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_few_children_are_in_two_families() {
        var families =
                rows.stream().collect(Collectors.groupingBy(row -> row.getField("person_id"), Collectors.counting()));
        long inTwo = families.values().stream().filter(count -> count == 2).count();
        assertThat(inTwo).isBetween(10L, 90L);
        assertThat(families.values()).allMatch(count -> count <= 2);
    }

    @Test
    void a_child_in_two_families_is_written_in_the_same_way_in_both() {
        var written = rows.stream()
                .map(row -> row.getFields().subList(1, 9))
                .collect(Collectors.groupingBy(List::getFirst, Collectors.toSet()));
        assertThat(written.values()).allMatch(ways -> ways.size() == 1);
    }

    @Test
    void three_in_five_have_no_nhs_number_and_four_in_five_a_practice() {
        assertThat(share(row -> row.getField("nhs_number").isEmpty())).isCloseTo(0.6, within(0.02));
        assertThat(share(row -> !row.getField("gp_practice").isEmpty())).isCloseTo(0.8, within(0.02));
    }

    @Test
    void a_practice_is_one_of_the_areas_and_each_persons_own() {
        var practices = area.services().stream()
                .filter(service -> service.getField("kind").equals("gp_practice"))
                .map(service -> service.getField("ods_code"))
                .collect(Collectors.toSet());
        var named = area.families().values().stream()
                .map(family -> family.stream()
                        .map(row -> row.getField("gp_practice"))
                        .filter(practice -> !practice.isEmpty())
                        .toList())
                .filter(family -> family.size() > 1)
                .toList();
        assertThat(named).allSatisfy(family -> assertThat(practices).containsAll(family));
        long atOne = named.stream()
                .filter(family -> new HashSet<>(family).size() == 1)
                .count();
        assertThat((double) atOne / named.size()).isBetween(0.6, 0.9);
    }

    @Test
    void every_family_has_a_criterion_and_some_have_five() {
        var counts = area.families().values().stream()
                .map(family -> family.stream()
                        .flatMap(row -> Arrays.stream(row.getField("criteria").split(";", -1)))
                        .filter(criterion -> !criterion.isEmpty())
                        .collect(Collectors.toSet()))
                .toList();
        assertThat(counts).allSatisfy(criteria -> {
            assertThat(criteria).isNotEmpty();
            assertThat(CRITERIA).containsAll(criteria);
        });
        assertThat(counts).extracting(Set::size).contains(1, 2, 3, 4, 5);
    }

    @Test
    void shielded_is_yes_no_or_empty_and_one_answer_for_a_family() {
        assertThat(rows).extracting(row -> row.getField("shielded")).containsOnly("yes", "no", "");
        assertThat(area.families().values())
                .allMatch(family -> family.stream()
                                .map(row -> row.getField("shielded"))
                                .distinct()
                                .count()
                        == 1);
    }

    @Test
    void sex_is_a_word_of_the_format_or_missing() {
        assertThat(rows).extracting(row -> row.getField("sex")).containsOnly("female", "male", "unknown", "");
    }

    @Test
    void some_relatives_were_born_on_one_day() {
        long twins = area.families().values().stream()
                .filter(family -> {
                    var births = family.stream()
                            .map(row -> row.getField("birth_date"))
                            .filter(birth -> !birth.isEmpty())
                            .toList();
                    return new HashSet<>(births).size() < births.size();
                })
                .count();
        assertThat(twins).isBetween(30L, 200L);
    }

    private static double share(Predicate<NamedCsvRecord> of) {
        return (double) rows.stream().filter(of).count() / rows.size();
    }
}
