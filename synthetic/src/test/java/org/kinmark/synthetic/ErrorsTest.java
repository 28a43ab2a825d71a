package org.kinmark.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How often the family team's file and the registers disagree about one person.
class ErrorsTest {

    private static final List<String> FIELDS = List.of("given_name", "family_name", "birth_date", "sex", "postcode");

    @TempDir
    static Path folder;

    private static AreaFiles usual;
    private static AreaFiles hard;

    @BeforeAll
    static void write() {
        usual = AreaFiles.write(folder.resolve("usual"), AreaFiles.order(2000, 7, 8000, 1, Kind.DEFAULT));
        hard = AreaFiles.write(folder.resolve("hard"), AreaFiles.order(2000, 7, 8000, 1, Kind.HARD));
    }

    @Test
    void the_hard_kind_has_about_twice_the_errors_in_every_field() {
        for (var field : FIELDS) {
            assertThat(different(hard, field) / different(usual, field))
                    .as(field)
                    .isBetween(1.4, 2.5);
        }
    }

    @Test
    void no_field_is_wrong_so_often_that_people_could_not_be_found() {
        for (var field : FIELDS) {
            assertThat(different(usual, field)).as(field).isBetween(0.01, 0.25);
        }
    }

    @Test
    void the_hard_kind_leaves_out_nearly_every_nhs_number_of_the_families() {
        var rows = hard.rows("families.csv");
        long without = rows.stream()
                .filter(row -> row.getField("nhs_number").isEmpty())
                .count();
        assertThat((double) without / rows.size()).isBetween(0.94, 0.96);
    }

    /// The share of entries in a register where the field is not what the team's file has.
    private static double different(AreaFiles area, String field) {
        var people = area.rows("families.csv").stream()
                .collect(Collectors.toMap(row -> row.getField("person_id"), row -> row, (first, _) -> first));
        var registers = area.services().stream()
                .map(row -> row.getField("service_id"))
                .collect(Collectors.toMap(id -> id, area::registerById));
        var truth = area.rows("truth.csv");
        long different = truth.stream()
                .filter(row -> {
                    var register = AreaFiles.of(registers, row.getField("service_id"));
                    var patient = AreaFiles.of(register, row.getField("patient_id"));
                    var person = AreaFiles.of(people, row.getField("person_id"));
                    return !patient.getField(field).equals(person.getField(field));
                })
                .count();
        return (double) different / truth.size();
    }
}
