package org.kinmark.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HealthTest {

    @TempDir
    static Path folder;

    private static AreaFiles area;
    private static JsonNode agreement;
    /// By indicator, the families of whom a register says it, as the agreement asks.
    private static Map<String, Set<String>> found;

    @BeforeAll
    static void write() throws Exception {
        area = AreaFiles.write(folder.resolve("area"), AreaFiles.order(3000, 10, 3000, 1, Kind.DEFAULT));
        agreement = JsonMapper.shared().readTree(Files.readString(area.folder().resolve("agreement.json")));
        found = found();
    }

    @Test
    void the_agreement_has_the_fields_of_the_format() {
        assertThat(agreement.propertyNames())
                .containsExactlyInAnyOrder("agreement_ref", "title", "as_of", "indicators");
        assertThat(agreement.get("as_of").asString()).isEqualTo("2026-10-01");
        assertThat(agreement.get("agreement_ref").asString())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(indicators())
                .allSatisfy(indicator -> assertThat(indicator.propertyNames())
                        .containsExactlyInAnyOrder(
                                "id", "title", "group", "codes", "within_months", "min_age", "max_age", "sex"));
    }

    @Test
    void the_agreement_has_six_indicators_of_three_groups_and_one_for_judgement_alone() {
        assertThat(indicators()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(indicators().stream()
                        .map(indicator -> indicator.get("group").asString())
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(indicators())
                .filteredOn(indicator -> indicator.get("codes").isEmpty())
                .hasSize(1);
    }

    @Test
    void snomed_codes_have_their_check_digit() {
        for (var line : WordLists.lines("codes.csv")
                .subList(1, WordLists.lines("codes.csv").size())) {
            var cells = line.split(",", 4);
            if (cells[1].equals("snomed")) {
                assertThat(verhoeff(cells[2])).as(cells[3]).isTrue();
            }
        }
    }

    @Test
    void the_agreement_asks_for_every_code_of_a_problem_and_for_no_everyday_one() {
        var agreed = indicators().stream()
                .flatMap(indicator -> codes(indicator).stream())
                .collect(Collectors.toSet());
        for (var line : WordLists.lines("codes.csv")
                .subList(1, WordLists.lines("codes.csv").size())) {
            var cells = line.split(",", 4);
            assertThat(agreed.contains(Code.parse(cells[1], cells[2]).written()))
                    .as(line)
                    .isEqualTo(!cells[0].equals("everyday"));
        }
        assertThat(agreed).contains("caseload|open", "local|MHSW", "icd10|F32");
    }

    @Test
    void families_have_the_health_problems_of_the_programmes_own_figures() {
        assertThat(share(AreaFiles.of(found, "adult-mental-health"))).isCloseTo(0.46, within(0.02));
        assertThat(share(AreaFiles.of(found, "child-mental-health"))).isCloseTo(0.33, within(0.02));
        assertThat(share(AreaFiles.of(found, "adult-alcohol"))).isCloseTo(0.14, within(0.02));
        assertThat(share(AreaFiles.of(found, "child-adhd"))).isCloseTo(0.20, within(0.02));
        var any = new HashSet<String>();
        found.values().forEach(any::addAll);
        assertThat(share(any)).isCloseTo(0.71, within(0.02));
    }

    @Test
    void people_at_large_are_less_often_ill() {
        var practice = area.services().getLast().getField("service_id");
        long ill = area.rows("services/" + practice + "/conditions.csv").stream()
                .filter(row -> row.getField("code").equals("35489007"))
                .map(row -> row.getField("patient_id"))
                .distinct()
                .count();
        assertThat((double) ill / 3000).isBetween(0.005, 0.15);
    }

    @Test
    void some_records_are_over_and_some_are_older_than_the_agreement_asks() {
        var rows = area.services().stream()
                .flatMap(
                        service -> area.rows("services/" + service.getField("service_id") + "/conditions.csv").stream())
                .filter(row -> row.getField("code").equals("35489007"))
                .toList();
        assertThat(rows).anyMatch(row -> !row.getField("ended_on").isEmpty());
        assertThat(rows)
                .anyMatch(row -> row.getField("ended_on").isEmpty()
                        && LocalDate.parse(row.getField("recorded_on")).isBefore(AreaFiles.AS_OF.minusMonths(24)));
        assertThat(rows)
                .allMatch(row -> row.getField("ended_on").isEmpty()
                        || row.getField("ended_on").compareTo(row.getField("recorded_on")) >= 0);
    }

    @Test
    void several_services_know_of_one_problem_and_some_only_the_specialist() {
        var kinds = new HashSet<String>();
        for (var service : area.services()) {
            var codes = area.rows("services/" + service.getField("service_id") + "/conditions.csv").stream()
                    .map(row -> row.getField("code"))
                    .collect(Collectors.toSet());
            if (codes.contains("35489007")) {
                kinds.add(service.getField("kind"));
            }
        }
        assertThat(kinds).contains("gp_practice", "camhs", "amhs");
    }

    private static Map<String, Set<String>> found() {
        var families = area.rows("families.csv").stream()
                .collect(Collectors.groupingBy(
                        row -> row.getField("person_id"),
                        Collectors.mapping(row -> row.getField("family_id"), Collectors.toSet())));
        var people = area.rows("truth.csv").stream()
                .collect(Collectors.groupingBy(
                        row -> row.getField("service_id") + row.getField("patient_id"),
                        Collectors.mapping(row -> row.getField("person_id"), Collectors.toSet())));
        var byIndicator = new TreeMap<String, Set<String>>();
        for (var service : area.services()) {
            var id = service.getField("service_id");
            var register = area.registerById(id);
            for (var condition : area.rows("services/" + id + "/conditions.csv")) {
                var patient = condition.getField("patient_id");
                for (var indicator : indicators()) {
                    if (applies(indicator, condition, AreaFiles.of(register, patient))) {
                        people.getOrDefault(id + patient, Set.of())
                                .forEach(person -> byIndicator
                                        .computeIfAbsent(indicator.get("id").asString(), _ -> new HashSet<>())
                                        .addAll(families.get(person)));
                    }
                }
            }
        }
        return byIndicator;
    }

    private static boolean applies(JsonNode indicator, NamedCsvRecord condition, NamedCsvRecord patient) {
        var recorded = LocalDate.parse(condition.getField("recorded_on"));
        var ended = condition.getField("ended_on");
        var months = indicator.get("within_months");
        return codes(indicator).contains(condition.getField("code"))
                && (months.isNull() || !recorded.isBefore(AreaFiles.AS_OF.minusMonths(months.asInt())))
                && (ended.isEmpty() || !LocalDate.parse(ended).isBefore(AreaFiles.AS_OF))
                && fits(indicator, patient);
    }

    private static boolean fits(JsonNode indicator, NamedCsvRecord patient) {
        var from = indicator.get("min_age");
        var to = indicator.get("max_age");
        var sex = indicator.get("sex");
        if (patient.getField("birth_date").isEmpty()) {
            return from.isNull() && to.isNull();
        }
        int age = Ages.between(LocalDate.parse(patient.getField("birth_date")), AreaFiles.AS_OF);
        return (from.isNull() || age >= from.asInt())
                && (to.isNull() || age <= to.asInt())
                && (sex.isNull() || sex.asString().equals(patient.getField("sex")));
    }

    private static double share(Set<String> families) {
        return families.size() / 3000.0;
    }

    private static List<JsonNode> indicators() {
        return StreamSupport.stream(agreement.get("indicators").spliterator(), false)
                .toList();
    }

    private static Set<String> codes(JsonNode indicator) {
        return StreamSupport.stream(indicator.get("codes").spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }

    /// Source: J. Verhoeff (1969), the dihedral check digit that SNOMED CT identifiers end with.
    private static boolean verhoeff(String digits) {
        int[][] permutation = {
            {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 5, 7, 6, 2, 8, 3, 0, 9, 4},
            {5, 8, 0, 3, 7, 9, 6, 1, 4, 2}, {8, 9, 1, 6, 0, 4, 3, 5, 2, 7},
            {9, 4, 5, 3, 1, 2, 6, 8, 7, 0}, {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
            {2, 7, 9, 3, 8, 0, 6, 4, 1, 5}, {7, 0, 4, 6, 9, 1, 3, 2, 5, 8}
        };
        int check = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            check = product(check, permutation[i % 8][digit]);
        }
        return check == 0;
    }

    /// Multiplication in the dihedral group of the pentagon.
    private static int product(int a, int b) {
        return a < 5
                ? b < 5 ? (a + b) % 5 : 5 + (a + b - 5) % 5
                : b < 5 ? 5 + Math.floorMod(a - 5 - b, 5) : Math.floorMod(a - b, 5);
    }
}
