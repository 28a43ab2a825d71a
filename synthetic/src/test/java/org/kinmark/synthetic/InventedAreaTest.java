package org.kinmark.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kinmark.linkage.Progress;

class InventedAreaTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Kind.class)
    void the_same_order_gives_the_same_bytes(Kind kind) throws Exception {
        var order = AreaFiles.order(40, 8, 300, 7, kind);
        assertThat(AreaFiles.write(folder.resolve("a"), order).hash())
                .isEqualTo(AreaFiles.write(folder.resolve("b"), order).hash());
    }

    /// Whoever means to change what a seed gives changes this too, and says so in the change log.
    @ParameterizedTest
    @CsvSource({
        "DEFAULT, 2e04865f54bf58cffbd1b36a83f910ce600c875eca4bb827c76d008736458d12",
        "HARD, d9a25bdcb391eebc41b900741cf4d79abc47ccfc7f71ddfa6f69fd9b5b7baeb0"
    })
    void a_seed_gives_on_every_machine_what_it_gave_here(Kind kind, String hash) throws Exception {
        assertThat(AreaFiles.write(folder.resolve("a"), AreaFiles.order(40, 8, 300, 7, kind))
                        .hash())
                .isEqualTo(hash);
    }

    @Test
    void no_two_kinds_give_the_same_families() {
        var families = Stream.of(Kind.values())
                .map(kind -> AreaFiles.write(folder.resolve(kind.written()), AreaFiles.order(40, 8, 300, 7, kind)))
                .map(area -> area.rows("families.csv").toString())
                .toList();
        assertThat(families).doesNotHaveDuplicates();
    }

    @Test
    void another_seed_gives_other_bytes() throws Exception {
        assertThat(AreaFiles.write(folder.resolve("a"), AreaFiles.order(40, 8, 300, 7, Kind.DEFAULT))
                        .hash())
                .isNotEqualTo(AreaFiles.write(folder.resolve("b"), AreaFiles.order(40, 8, 300, 8, Kind.DEFAULT))
                        .hash());
    }

    @Test
    void the_date_moves_everybodys_birth_and_nothing_else_about_them() {
        var now = AreaFiles.write(folder.resolve("a"), AreaFiles.order(40, 8, 300, 7, Kind.DEFAULT));
        var later =
                AreaFiles.write(folder.resolve("b"), new Order(40, 8, 300, 7, Kind.DEFAULT, LocalDate.of(2027, 10, 1)));
        assertThat(later.rows("families.csv"))
                .extracting(row -> row.getField("person_id"))
                .isEqualTo(now.rows("families.csv").stream()
                        .map(row -> row.getField("person_id"))
                        .toList());
        assertThat(later.rows("families.csv").getFirst().getField("birth_date"))
                .isGreaterThan(now.rows("families.csv").getFirst().getField("birth_date"));
    }

    @Test
    void the_smallest_area_is_one_family_and_one_practice_with_one_patient() {
        var smallest = AreaFiles.write(folder.resolve("a"), AreaFiles.order(1, 7, 1, 1, Kind.DEFAULT));
        assertThat(smallest.families()).hasSize(1);
        assertThat(smallest.services()).hasSize(7);
    }

    @Test
    void what_is_returned_counts_what_was_written() throws Exception {
        var counted = InventedArea.write(AreaFiles.order(40, 8, 300, 7, Kind.DEFAULT), folder, Progress.NONE);
        var area = new AreaFiles(folder);
        long rows = area.services().stream()
                .mapToLong(
                        service -> area.register(service.getField("service_id")).size())
                .sum();
        long people = area.rows("families.csv").stream()
                .map(row -> row.getField("given_name") + row.getField("birth_date") + row.getField("person_id"))
                .distinct()
                .count();
        assertThat(counted.registerRows()).isEqualTo(rows);
        assertThat(counted.families()).isEqualTo(40);
        assertThat(counted.services()).isEqualTo(8);
        assertThat((long) counted.people()).isLessThanOrEqualTo(people).isGreaterThan(people - 4);
    }
}
