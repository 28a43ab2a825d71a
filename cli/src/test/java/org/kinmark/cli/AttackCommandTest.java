package org.kinmark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class AttackCommandTest {

    private static final String HEADER = "round,as_of,family_id,person_id,birth_date,sex,kind,of_council,indicator,"
            + "min_age,max_age,indicator_sex,mark";
    private static final List<String> INDICATORS = List.of("adult-alcohol", "asthma", "child-adhd");

    @TempDir
    private Path folder;

    @Test
    void a_round_that_tells_one_bit_names_nothing_and_says_so_first() throws IOException {
        var run = Run.of("attack", held(round("r1", 1, "ann", "ben", "cat")), "--fail-on-certainty");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out().lines().findFirst())
                .hasValue("Certain: 0 people named, 0 indicators, 0 kinds of specialist");
        assertThat(run.out()).contains("Likelier").doesNotContain("Certain:\n");
    }

    @Test
    void one_member_more_is_named_with_the_rounds_that_name_them() throws IOException {
        var rows = round("r1", 0, "ann", "ben");
        rows.addAll(round("r2", 1, "ann", "ben", "cat"));
        var run = Run.of("attack", held(rows));
        assertThat(run.exit()).isZero();
        assertThat(run.out().lines().findFirst())
                .hasValue("Certain: 1 people named, 0 indicators, 0 kinds of specialist");
        assertThat(run.out().lines().filter(line -> line.contains("cat has")))
                .anyMatch(line -> line.contains("100.0 %") && line.endsWith("r2 less r1"));
        assertThat(run.out()).contains("it is not ann", "it is not ben");
    }

    @Test
    void certainty_can_be_made_a_failure() throws IOException {
        var run = Run.of("attack", held(round("r1", 1, "ann")), "--fail-on-certainty");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).hasSize(1);
        assertThat(run.out()).startsWith("Certain: 1 people named");
    }

    @Test
    void every_finding_is_written_the_worst_first_in_a_table_and_as_json() throws IOException {
        var rows = round("r1", 0, "ann", "ben");
        rows.addAll(round("=r2", 1, "ann", "ben", "cat"));
        var table = folder.resolve("findings.csv");
        var json = folder.resolve("findings.json");
        assertThat(Run.of("attack", held(rows), "--out", table.toString(), "--json", json.toString())
                        .exit())
                .isZero();
        assertThat(Files.readAllLines(table).getFirst())
                .isEqualTo("verdict,family_id,people,indicators,kinds,because,before,after,bits");
        assertThat(Files.readAllLines(table).get(1))
                .startsWith("certain,fam,cat,,,'=r2;r1,")
                .contains(",1.000000,");
        var tree = new JsonMapper().readTree(json.toFile());
        assertThat(tree.get("people_named").asInt()).isOne();
        assertThat(tree.get("questions").asInt()).isEqualTo(2);
        assertThat(tree.get("findings")).hasSize(Files.readAllLines(table).size() - 1);
        assertThat(tree.get("findings").get(0).get("people").get(0).asString()).isEqualTo("cat");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("held.csv", "findings.csv", "findings.json");
        }
    }

    @Test
    void base_rates_replace_the_cohorts_and_stand_in_for_none() throws IOException {
        var held = held(round("r1", 1, "ann", "ben"));
        assertThat(Run.of("attack", held).out()).contains("No base rate is known for asthma");
        var rates = Files.writeString(folder.resolve("rates.csv"), "indicator,rate\nasthma,0.5\nadult-alcohol,.9\n");
        var out = folder.resolve("findings.csv");
        var run = Run.of("attack", held, "--base-rates", rates.toString(), "--out", out.toString());
        assertThat(run.exit()).isZero();
        assertThat(run.out()).doesNotContain("No base rate is known");
        assertThat(Files.readAllLines(out)).anyMatch(line -> line.contains(",fam,,asthma,,,0.500000,"));
    }

    @Test
    void answers_that_contradict_each_other_are_named_by_family_and_round_wherever_findings_go() throws IOException {
        var rows = round("r1", 0, "ann", "ben");
        rows.addAll(round("r2", 1, "ann", "ben"));
        rows.addAll(round("r3", 1, "ann", "ben", "cat"));
        var table = folder.resolve("findings.csv");
        var json = folder.resolve("findings.json");
        var run = Run.of("attack", held(rows), "--out", table.toString(), "--json", json.toString());
        assertThat(run.out())
                .startsWith("Certain: 0 people named")
                .contains("Signals of which other answers leave nothing")
                .contains("  fam: r2 against r1");
        assertThat(Files.readAllLines(table).getLast()).isEqualTo("contradicted,fam,,,,r2;r1,,,");
        var told = new JsonMapper().readTree(json.toFile()).get("contradicted");
        assertThat(told).hasSize(1);
        assertThat(told.get(0).get("family_id").asString()).isEqualTo("fam");
        assertThat(told.get(0).get("round").asString()).isEqualTo("r2");
        assertThat(told.get(0).get("no_signals").get(0).asString()).isEqualTo("r1");
    }

    @Test
    void what_is_certain_only_if_everybody_has_a_birth_date_says_so() throws IOException {
        var rows = round("r1", 1, "ann", "ben");
        rows.replaceAll(row -> row.contains(",ann,") ? row.replace("2001-05-05", "") : row);
        var out = Run.of("attack", held(rows)).out();
        assertThat(out)
                .contains("Certain, unless it is a person without a birth date, whom nothing explains:")
                .contains("ben has a need that was asked about")
                .doesNotContain("Certain:" + System.lineSeparator());
        assertThat(lineOf(out, "Families with people without a birth date")).endsWith(" 1");
    }

    @Test
    void signals_that_nothing_explains_are_counted_apart_and_are_no_contradiction() throws IOException {
        var rows = round("r1", 1, "ann");
        rows.replaceAll(row -> row.replace("2001-05-05", ""));
        var table = folder.resolve("findings.csv");
        var out = Run.of("attack", held(rows), "--out", table.toString()).out();
        assertThat(lineOf(out, "Signals that nothing explains")).endsWith(" 1");
        assertThat(lineOf(out, "  that nothing explains")).endsWith(" 1");
        assertThat(out).doesNotContain("leave nothing").contains("  fam: r1");
        assertThat(Files.readAllLines(table)).last().isEqualTo("unexplained,fam,,,,r1,,,");
    }

    @Test
    void an_answer_of_another_family_is_named_with_it() throws IOException {
        var rows = round("r1", 0, "ann", "dan");
        rows.replaceAll(row -> row.replace(",fam,", ",other,"));
        rows.addAll(round("r2", 1, "ann", "cat"));
        var table = folder.resolve("findings.csv");
        assertThat(Run.of("attack", held(rows), "--out", table.toString()).out())
                .contains("r2 less r1 of other");
        assertThat(Files.readAllLines(table).get(1)).startsWith("certain,fam,cat,,,r2;r1 of other,");
    }

    @Test
    void what_is_ruled_out_altogether_is_not_told_of_each_need_as_well() throws IOException {
        var rows = round("r1", 0, "ann", "ben");
        rows.addAll(round("r2", 1, "ann", "ben", "cat", "dan"));
        assertThat(Run.of("attack", held(rows)).out())
                .contains("it is not ann", "it is not ben")
                .doesNotContain("of ann", "of ben");
        var other = round("r1", 0, "ann", "ben");
        other.removeIf(row -> row.contains(",adult-alcohol,") || row.contains(",ben,"));
        other.addAll(round("r2", 1, "ann", "ben"));
        assertThat(Run.of("attack", held(other)).out())
                .contains("it is not asthma of ann", "it is not child-adhd of ann");
    }

    @Test
    void what_is_not_certain_never_looks_as_if_it_were() throws IOException {
        var rates = Files.writeString(
                folder.resolve("rates.csv"), "indicator,rate\nasthma,.0001\nchild-adhd,.0001\nadult-alcohol,.999999\n");
        var out = Run.of("attack", held(round("r1", 1, "ann", "ben")), "--base-rates", rates.toString(), "--top", "99")
                .out();
        assertThat(out.lines().filter(line -> line.contains("adult-alcohol")))
                .isNotEmpty()
                .allMatch(line -> line.contains("> 99.9 %") && !line.contains("100.0 %"));
        assertThat(Run.of("attack", held(round("r1", 0, "ann", "ben")), "--base-rates", rates.toString())
                        .out())
                .doesNotContain("100.0 %");
    }

    @Test
    void the_figures_say_what_they_assume() throws IOException {
        assertThat(Run.of("attack", held(round("r1", 1, "ann", "ben")), "--known", ".75")
                        .out())
                .contains("needs are independent", "with a chance of 75 %, independently", "no signal is never");
    }

    @Test
    void rows_of_a_round_in_another_order_print_the_same() throws IOException {
        var first = round("r1", 0, "ann", "ben");
        var second = round("r2", 1, "ann", "ben", "cat");
        var also = round("r2", 1, "cat", "dan");
        also.replaceAll(
                row -> row.replace(",fam,", ",more,").replace(",community_health,no,", ",community_health,yes,"));
        second.addAll(also);
        var printed = printed(first, second);
        Collections.reverse(first);
        Collections.reverse(second);
        assertThat(printed(first, second)).isEqualTo(printed);
        Collections.shuffle(second, new Random(1));
        assertThat(printed(first, second)).isEqualTo(printed);
    }

    private String printed(List<String> first, List<String> second) throws IOException {
        var rows = new ArrayList<>(first);
        rows.addAll(second);
        var table = folder.resolve("findings.csv");
        var out = Run.of("attack", held(rows), "--out", table.toString()).out();
        return out + Files.readString(table);
    }

    @Test
    void findings_are_for_whoever_wrote_them_alone() throws IOException {
        var table = Files.writeString(folder.resolve("findings.csv"), "for all to read");
        var json = folder.resolve("findings.json");
        assumeTrue(table.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Files.setPosixFilePermissions(table, PosixFilePermissions.fromString("rw-r--r--"));
        Run.of("attack", held(round("r1", 1, "ann")), "--out", table.toString(), "--json", json.toString());
        for (var file : List.of(table, json)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void output_that_cannot_be_written_is_a_failure_in_a_sentence() throws IOException {
        var err = new StringWriter();
        int exit = Main.commandLine()
                .setOut(new PrintWriter(new FullDisk()))
                .setErr(new PrintWriter(err))
                .execute("attack", held(round("r1", 1, "ann", "ben")));
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly("standard output could not be written to the end");
    }

    private static final class FullDisk extends Writer {

        @Override
        public void write(char[] text, int offset, int length) throws IOException {
            throw new IOException("no space left on device");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void rates_of_indicators_that_nobody_asked_about_are_warned_of_by_number() throws IOException {
        var rates = Files.writeString(folder.resolve("rates.csv"), "indicator,rate\nasthma,.1\nSecret,.1\n");
        var run = Run.of("attack", held(round("r1", 1, "ann", "ben")), "--base-rates", rates.toString());
        assertThat(run.exit()).isZero();
        assertThat(run.err()).containsExactly(rates + ": HELD asks about 1 of these indicators nowhere");
    }

    @Test
    void a_reference_with_a_control_character_is_refused_and_not_shown() throws IOException {
        for (var person : List.of("ann\u001b[2J", "\"ann\nCertain: 0\"", "ann\u202e", "an\u0085n")) {
            var run = Run.of("attack", held(List.of(round("r1", 1, person).getFirst())));
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .singleElement()
                    .matches(line -> line.contains("held.csv, line 2, column person_id: write it in one line"));
        }
    }

    private static String lineOf(String out, String start) {
        return out.lines().filter(line -> line.startsWith(start)).findFirst().orElse("");
    }

    @Test
    void every_mistake_is_told_by_file_line_and_column_and_no_value_is_quoted() throws IOException {
        var file = Files.writeString(
                folder.resolve("held.csv"),
                HEADER + "\nr1,2026-10-01,fam,Secret,Secret,female,Secret,no,asthma,,,,Secret\n");
        var rates = Files.writeString(folder.resolve("rates.csv"), "indicator,rate\nSecret,1\nSecret,0.5\n");
        var run = Run.of("attack", file.toString(), "--base-rates", rates.toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).noneMatch(line -> line.contains("Secret"));
        assertThat(run.err().stream().map(line -> line.replaceFirst(":.*", "")))
                .containsExactly(
                        rates + ", line 2, column rate",
                        rates + ", line 3, column indicator",
                        file + ", line 2, column birth_date",
                        file + ", line 2, column kind",
                        file + ", line 2, column mark");
    }

    @Test
    void another_file_and_none_are_refused_and_nothing_is_written() throws IOException {
        var other = Files.writeString(folder.resolve("families.csv"), "family_id,person_id\nf,p\n");
        var out = folder.resolve("out.csv");
        var wrong = Run.of("attack", other.toString(), "--out", out.toString());
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).hasSize(11).allMatch(line -> line.contains("families.csv, line 1, column "));
        assertThat(out).doesNotExist();
        assertThat(Run.of("attack", folder.resolve("none.csv").toString()).err())
                .containsExactly(folder.resolve("none.csv") + ": there is no such file");
    }

    @Test
    void a_wrong_call_is_told_in_one_line() throws IOException {
        var held = held(round("r1", 1, "ann", "ben"));
        var same = Files.createSymbolicLink(folder.resolve("same"), folder);
        for (var call : List.of(
                List.of("--known", "1"),
                List.of("--known", "0.0009"),
                List.of("--known", "0.9999"),
                List.of("--known", "NaN"),
                List.of("--top", "-1"),
                List.of("--out", held),
                List.of("--out", folder.toString()),
                List.of("--out", folder.resolve("x") + "", "--json", folder.resolve("x") + ""),
                List.of(
                        "--out",
                        folder.resolve("x") + "",
                        "--json",
                        folder.resolve(".").resolve("x") + ""),
                List.of("--out", folder.resolve("x") + "", "--json", same.resolve("x") + ""))) {
            var arguments = new ArrayList<>(List.of("attack", held));
            arguments.addAll(call);
            var run = Run.of(arguments.toArray(String[]::new));
            assertThat(run.exit()).as(call.toString()).isEqualTo(2);
            assertThat(run.err()).as(call.toString()).hasSize(1);
            assertThat(run.out()).isEmpty();
        }
        assertThat(Files.readAllLines(Path.of(held)).getFirst()).isEqualTo(HEADER);
    }

    @Test
    void the_help_says_what_goes_in_and_the_exit_codes() {
        var help = Run.of("attack", "--help");
        assertThat(help.exit()).isZero();
        assertThat(help.out())
                .contains("of_council", "--fail-on-certainty", "kinmark attack round/held.csv", "Exit codes");
        assertThat(Run.of("--help").out()).contains("attack");
    }

    private String held(List<String> rows) throws IOException {
        var lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(rows);
        return Files.write(folder.resolve("held.csv"), lines).toString();
    }

    /// A round about one family, each of whom was listed to a practice and to a community service.
    private static List<String> round(String name, int mark, String... people) {
        var rows = new ArrayList<String>();
        for (var person : people) {
            for (var kind : List.of("gp_practice", "community_health")) {
                for (var indicator : INDICATORS) {
                    rows.add(String.join(
                            ",",
                            name,
                            "2026-10-01",
                            "fam",
                            person,
                            "2001-05-05",
                            "female",
                            kind,
                            "no",
                            indicator,
                            "",
                            "",
                            "",
                            "" + mark));
                }
            }
        }
        return rows;
    }
}
