package org.kinmark.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kinmark.linkage.NhsNumber;
import org.kinmark.linkage.WrittenDate;

class RegistersTest {

    @TempDir
    static Path folder;

    private static AreaFiles area;
    private static List<String> services;

    @BeforeAll
    static void write() {
        area = AreaFiles.write(folder.resolve("area"), AreaFiles.order(2000, 10, 4000, 3, Kind.DEFAULT));
        services = area.services().stream()
                .map(service -> service.getField("service_id"))
                .toList();
    }

    @Test
    void five_services_of_three_kinds_see_the_whole_area_and_the_rest_are_practices() {
        assertThat(area.headings("services.csv")).isEqualTo("service_id,name,kind,ods_code,min_age,max_age");
        var kinds = area.services().stream()
                .collect(Collectors.groupingBy(service -> service.getField("kind"), Collectors.counting()));
        assertThat(kinds)
                .containsOnlyKeys(
                        "gp_practice", "camhs", "amhs", "community_health", "health_visiting", "adult_social_care")
                .containsEntry("adult_social_care", 1L)
                .containsEntry("gp_practice", 4L);
        assertThat(services).hasSize(10).doesNotHaveDuplicates();
        assertThat(area.services()).extracting(row -> row.getField("ods_code")).doesNotHaveDuplicates();
        assertThat(area.services()).extracting(row -> row.getField("name")).doesNotHaveDuplicates();
    }

    @Test
    void every_file_has_its_columns() {
        for (var service : services) {
            assertThat(area.headings("services/" + service + "/register.csv"))
                    .isEqualTo("patient_id,nhs_number,given_name,family_name,birth_date,sex,postcode,"
                            + "registered_until,died_on");
            assertThat(area.headings("services/" + service + "/conditions.csv"))
                    .isEqualTo("patient_id,code,recorded_on,ended_on");
            assertThat(area.headings("services/" + service + "/objections.csv")).isEqualTo("patient_id");
        }
        assertThat(area.headings("truth.csv")).isEqualTo("person_id,service_id,patient_id");
    }

    @Test
    void a_practice_has_as_many_patients_as_were_ordered() {
        for (var service : area.services()) {
            if (service.getField("kind").equals("gp_practice")) {
                assertThat(area.register(service.getField("service_id"))).hasSize(4000);
            }
        }
    }

    @Test
    void a_practice_is_never_too_small_for_the_families_that_are_there() {
        var small = AreaFiles.write(folder.resolve("small"), AreaFiles.order(200, 7, 10, 3, Kind.DEFAULT));
        var practice = small.services().getLast().getField("service_id");
        long there = small.rows("truth.csv").stream()
                .filter(row -> row.getField("service_id").equals(practice))
                .map(row -> row.getField("patient_id"))
                .distinct()
                .count();
        assertThat(small.register(practice)).hasSize((int) there);
        assertThat(there).isGreaterThan(400);
    }

    @Test
    void ids_are_not_repeated() {
        var everywhere = new HashSet<String>();
        for (var service : services) {
            assertThat(area.register(service))
                    .extracting(row -> row.getField("patient_id"))
                    .doesNotHaveDuplicates()
                    .allSatisfy(id -> assertThat(everywhere.add(service + id)).isTrue());
        }
    }

    @Test
    void everybody_in_a_register_is_of_an_age_that_the_service_sees() {
        for (var service : area.services()) {
            int from = bound(service.getField("min_age"), 0);
            int to = bound(service.getField("max_age"), 200);
            for (var row : area.register(service.getField("service_id"))) {
                if (!row.getField("birth_date").isEmpty()) {
                    var birth = LocalDate.parse(row.getField("birth_date"));
                    assertThat(Ages.between(birth, AreaFiles.AS_OF)).isBetween(from, to);
                }
            }
        }
    }

    @Test
    void every_date_is_one_and_none_is_after_the_date_of_the_order() {
        for (var service : services) {
            for (var row : area.register(service)) {
                assertDates(row, "birth_date", "registered_until", "died_on");
            }
            for (var row : area.rows("services/" + service + "/conditions.csv")) {
                assertThat(row.getField("recorded_on")).isNotEmpty();
                assertDates(row, "recorded_on", "ended_on");
            }
        }
        area.rows("families.csv").forEach(row -> assertDates(row, "birth_date"));
    }

    @Test
    void conditions_and_objections_are_of_patients() {
        for (var service : services) {
            var patients = area.registerById(service).keySet();
            assertThat(patients)
                    .containsAll(column("services/" + service + "/conditions.csv", "patient_id"))
                    .containsAll(column("services/" + service + "/objections.csv", "patient_id"));
        }
    }

    @Test
    void one_to_five_patients_in_a_hundred_object() {
        double objections = 0;
        double patients = 0;
        for (var service : services) {
            objections += column("services/" + service + "/objections.csv", "patient_id")
                    .size();
            patients += area.register(service).size();
        }
        assertThat(objections / patients).isBetween(0.01, 0.05);
    }

    @Test
    void codes_are_bare_or_name_their_system() {
        for (var service : services) {
            assertThat(column("services/" + service + "/conditions.csv", "code"))
                    .allMatch(code -> code.matches("[0-9]{6,18}|(icd10|local)\\|[A-Z0-9]+|caseload\\|open"));
        }
    }

    @Test
    void nhs_numbers_were_never_issued_and_belong_to_one_person_each() {
        var persons = new HashMap<String, String>();
        var personOf = new HashMap<String, String>();
        area.rows("truth.csv")
                .forEach(row -> personOf.putIfAbsent(
                        row.getField("service_id") + row.getField("patient_id"), row.getField("person_id")));
        for (var service : services) {
            for (var row : area.register(service)) {
                var number = row.getField("nhs_number");
                if (!number.isEmpty()) {
                    assertThat(NhsNumber.parse(number)).get().matches(NhsNumber::isForTests);
                    assertThat(number).startsWith("999");
                    var person = personOf.get(service + row.getField("patient_id"));
                    if (person != null) {
                        assertThat(persons.computeIfAbsent(number, _ -> person)).isEqualTo(person);
                    } else {
                        assertThat(persons).doesNotContainKey(number);
                    }
                }
            }
        }
        for (var row : area.rows("families.csv")) {
            assertThat(row.getField("nhs_number")).matches("|999[0-9]{7}");
        }
    }

    @Test
    void nobody_is_twice_in_a_register() {
        for (var service : services) {
            assertThat(column("services/" + service + "/register.csv", "nhs_number").stream()
                            .filter(number -> !number.isEmpty()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void the_truth_names_people_and_patients_who_are_there_and_look_alike() {
        var people = area.rows("families.csv").stream()
                .collect(Collectors.toMap(row -> row.getField("person_id"), row -> row, (first, _) -> first));
        var registers = services.stream().collect(Collectors.toMap(id -> id, area::registerById));
        int alike = 0;
        var truth = area.rows("truth.csv");
        for (var row : truth) {
            var person = AreaFiles.of(people, row.getField("person_id"));
            var patient = AreaFiles.of(AreaFiles.of(registers, row.getField("service_id")), row.getField("patient_id"));
            assertThat(patient.getField("registered_until") + patient.getField("died_on"))
                    .isEmpty();
            if (person.getField("birth_date").equals(patient.getField("birth_date"))) {
                alike++;
            }
        }
        assertThat((double) alike / truth.size()).isBetween(0.9, 0.98);
    }

    @Test
    void four_in_five_of_a_practices_list_are_on_its_register_and_fewer_in_the_hard_kind() {
        assertThat(foundOnList(area)).isBetween(0.79, 0.825);
        var hard = AreaFiles.write(folder.resolve("hard"), AreaFiles.order(2000, 10, 4000, 3, Kind.HARD));
        assertThat(foundOnList(hard)).isCloseTo(0.7, within(0.02));
    }

    @Test
    void a_person_entered_twice_is_one_patient_under_two_ids() {
        var entries = area.rows("truth.csv").stream()
                .collect(Collectors.groupingBy(
                        row -> row.getField("service_id") + " " + row.getField("patient_id"),
                        Collectors.mapping(row -> row.getField("person_id"), Collectors.toSet())));
        var twice = entries.values().stream()
                .filter(ids -> ids.size() == 2)
                .flatMap(java.util.Set::stream)
                .collect(Collectors.toSet());
        assertThat(twice.size()).isBetween(2, area.rows("families.csv").size() / 100);
        assertThat(entries.values()).allMatch(ids -> ids.size() <= 2);
    }

    private static double foundOnList(AreaFiles files) {
        var practices = files.services().stream()
                .collect(Collectors.toMap(row -> row.getField("ods_code"), row -> row.getField("service_id")));
        var truth = files.rows("truth.csv").stream()
                .map(row -> row.getField("person_id") + row.getField("service_id"))
                .collect(Collectors.toSet());
        var listed = files.rows("families.csv").stream()
                .filter(row -> !row.getField("gp_practice").isEmpty())
                .toList();
        return (double) listed.stream()
                        .filter(row ->
                                truth.contains(row.getField("person_id") + practices.get(row.getField("gp_practice"))))
                        .count()
                / listed.size();
    }

    private static List<String> column(String file, String heading) {
        return area.rows(file).stream().map(row -> row.getField(heading)).toList();
    }

    private static void assertDates(NamedCsvRecord row, String... headings) {
        for (var heading : headings) {
            var written = row.getField(heading);
            if (!written.isEmpty()) {
                assertThat(written).hasSize(10);
                assertThat(WrittenDate.parse(written)).get().matches(date -> !date.isAfter(AreaFiles.AS_OF));
            }
        }
    }

    private static int bound(String written, int otherwise) {
        return written.isEmpty() ? otherwise : Integer.parseInt(written);
    }
}
