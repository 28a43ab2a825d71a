package org.kinmark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkCommandTest {

    private static final String LEFT = """
            Person ID,Family-ID,NHS No,Forename,Surname,DOB,Gender,Post Code
            a1,f1,,Amina,Okafor,12/03/1984,F,QX1 2AB
            a2,f1,943 476 5919,Kofi,Okafor,02-Nov-2009,M,QX1 2AB
            a3,f2,,Zoë,Müller,19920714,2,QX4 9ZZ
            a4,,,Nobody,Here,1955-05-05,M,QX9 9XX
            """;
    private static final String RIGHT = """
            patient_id,nhs_number,given_name,family_name,birth_date,sex,postcode
            p1,9434765919,Kofi,Okafor,2009-11-02,male,QX1 2AB
            p2,,Amina,Okafor,1984-03-12,female,QX1 2AB
            p3,,Zoe,Mueller,1992-07-14,female,QX4 9ZZ
            p4,,Ruth,Ashby,1971-01-30,female,QX3 3CC
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void two_files() throws IOException {
        write("left.csv", LEFT);
        write("right.csv", RIGHT);
    }

    @Test
    void finds_the_same_people_in_two_files_that_write_everything_differently() throws IOException {
        var run = link();
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(pairs()).containsExactly("a1-p2", "a2-p1", "a3-p3");
        assertThat(Files.readAllLines(folder.resolve("links.csv")).getFirst())
                .isEqualTo("left_id,right_id,probability,weight");
    }

    @Test
    void a_plan_says_what_would_be_compared_and_writes_nothing() throws IOException {
        var run = Run.of("link", path("left.csv"), path("right.csv"), "--plan");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("4 records with 4")
                .containsPattern("nhs_number +1 +1 +1 x 1")
                .containsPattern("birth_date_and_given_name +3 +2")
                .containsPattern("\\n\\d+ pairs would be compared")
                .doesNotContain("Left out");
        assertThat(folder).isDirectoryNotContaining("glob:**links*");
    }

    @Test
    void a_plan_finds_the_value_that_stands_for_unknown_and_does_not_show_it() throws IOException {
        write(
                "left.csv",
                IntStream.range(0, 600)
                        .mapToObj(i -> "a%d,Amina,Family%d,1900-01-01%n".formatted(i, i))
                        .collect(Collectors.joining("", "id,given_name,family_name,birth_date\n", "")));
        write("right.csv", Files.readString(folder.resolve("left.csv")));
        var run = Run.of("link", path("left.csv"), path("right.csv"), "--plan");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("Left out of birth_date_and_given_name: a block of 600 x 600. Record 1 of ")
                .contains("If it stands for \"unknown\"")
                .doesNotContain("Amina")
                .doesNotContain("1900-01-01");
    }

    @Test
    void a_plan_that_is_to_write_something_and_links_that_go_nowhere_are_refused() {
        var planned = Run.of("link", path("left.csv"), path("right.csv"), "--plan", "--out", path("links.csv"));
        assertThat(planned.exit()).isEqualTo(2);
        assertThat(planned.err().getFirst()).startsWith("--plan writes nothing");
        var nowhere = Run.of("link", path("left.csv"), path("right.csv"));
        assertThat(nowhere.exit()).isEqualTo(2);
        assertThat(nowhere.err().getFirst()).startsWith("--out: say where");
    }

    @Test
    void files_that_tell_nobody_apart_are_refused_before_anything_is_compared() throws IOException {
        write(
                "left.csv",
                IntStream.range(0, 52_000)
                        .mapToObj(i -> "a%d,Amina,%d-01-01,QX%d 1AA%n".formatted(i, 1890 + i % 130, i % 130))
                        .collect(Collectors.joining("", "id,given_name,birth_date,postcode\n", "")));
        var run = Run.of("link", path("left.csv"), path("left.csv"), "--out", path("links.csv"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(String.join("\n", run.err()))
                .contains("the rule birth_date_and_given_name alone would have 20,800,000 pairs compared")
                .contains("--plan")
                .doesNotContain("Amina");
        assertThat(Run.of("link", path("left.csv"), path("left.csv"), "--plan").out())
                .contains("20,800,000        too many")
                .contains("These files would be refused");
        assertThat(folder).isDirectoryNotContaining("glob:**links*");
    }

    @Test
    void a_weight_is_the_log_odds_of_its_probability() throws IOException {
        link();
        for (var line : rows()) {
            double probability = Double.parseDouble(line[2]);
            assertThat(probability).isLessThan(1);
            assertThat(Double.parseDouble(line[3]))
                    .isCloseTo(Math.log(probability / (1 - probability)) / Math.log(2), within(1e-5));
        }
    }

    @Test
    void the_same_input_gives_the_same_bytes_on_any_number_of_threads() throws IOException {
        // Enough for several threads to read a piece each.
        var names = List.of("Ada", "Bea", "Cleo", "Dora", "Edda");
        write(
                "right.csv",
                RIGHT
                        + IntStream.range(0, 20_000)
                                .mapToObj(i -> "s%d,,%s,Stranger%s,%d-%02d-11,female,QX%d 1AA%n"
                                        .formatted(
                                                i,
                                                names.get(i % 5),
                                                names.get(i / 5 % 5),
                                                1950 + i % 50,
                                                1 + i % 12,
                                                i % 90))
                                .collect(Collectors.joining()));
        assertThat(Files.size(folder.resolve("right.csv"))).isGreaterThan(3 << 18);
        link("--threads", "1");
        var one = Files.readString(folder.resolve("links.csv"));
        for (var threads : List.of("2", "3", "8")) {
            link("--threads", threads);
            assertThat(Files.readString(folder.resolve("links.csv")))
                    .as(threads)
                    .isEqualTo(one);
        }
    }

    @Test
    void what_rows_and_families_are_called_changes_no_link_and_no_probability() throws IOException {
        link();
        var before = rows();
        // Other lengths, another alphabetical order, and ids that look like numbers.
        write(
                "left.csv",
                LEFT.replaceAll("(?m)^a(\\d),f(\\d)", "00$1,household-9$2").replaceAll("(?m)^a4", "-7"));
        write("right.csv", RIGHT.replaceAll("(?m)^p(\\d)", "zoë $1 of the practice"));
        link();
        assertThat(before).hasSize(3);
        assertThat(rows().stream().map(row -> List.of(row).subList(2, 4)).toList())
                .isEqualTo(
                        before.stream().map(row -> List.of(row).subList(2, 4)).toList());
        assertThat(pairs())
                .containsExactly("001-zoë 2 of the practice", "002-zoë 1 of the practice", "003-zoë 3 of the practice");
    }

    @Test
    void a_kept_model_is_used_again_and_another_file_is_not_a_model() throws IOException {
        assertThat(link("--save-model", path("model.json"), "--report", path("report.json"))
                        .exit())
                .isZero();
        var links = Files.readString(folder.resolve("links.csv"));
        assertThat(link("--model", path("model.json")).exit()).isZero();
        assertThat(Files.readString(folder.resolve("links.csv"))).isEqualTo(links);
        assertThat(Files.readString(folder.resolve("report.json")))
                .contains(
                        "\"left\" : 4",
                        "\"pairs_compared\"",
                        "\"cut\"",
                        "\"peak_memory_bytes\"",
                        "\"expected_recall\"");
        var wrong = link("--model", path("report.json"));
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).hasSize(1).first().asString().contains("report.json");
    }

    @Test
    void says_how_right_the_links_are_where_the_answers_are_known() throws IOException {
        link();
        var links = Files.readString(folder.resolve("links.csv"));
        write("truth.csv", "person_id,service_id,patient_id\na1,s,p2\na2,s,p4\na4,s,elsewhere\n");
        var run = link("--truth", path("truth.csv"), "--report", path("report.json"));
        assertThat(run.exit()).isZero();
        assertThat(Files.readString(folder.resolve("links.csv"))).isEqualTo(links);
        assertThat(run.out()).contains("2 left records have a known answer: precision 0.3333, recall 0.5000");
        assertThat(Files.readString(folder.resolve("report.json")))
                .contains("\"truth\" : 2", "\"recall_at_precision_999\"", "\"curve\"");
        link("--report", path("report.json"));
        assertThat(Files.readString(folder.resolve("report.json"))).doesNotContain("evaluation");
    }

    @Test
    void answers_that_cannot_be_read_refuse_the_call() throws IOException {
        write("truth.csv", "somebody,somewhere\na1,p2\n");
        var run = link("--truth", path("truth.csv"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).anyMatch(line -> line.contains("truth.csv"));
        assertThat(folder.resolve("links.csv")).doesNotExist();
        write("truth.csv", "left_id,right_id\nsomebody,somewhere\n");
        var useless = link("--truth", path("truth.csv"));
        assertThat(useless.exit()).isZero();
        assertThat(useless.err()).hasSize(1).first().asString().contains("no pair here is of these two files");
        assertThat(useless.out()).doesNotContain("known answer");
        var over = Run.of(
                "link", path("left.csv"), path("right.csv"), "--truth", path("truth.csv"), "--out", path("truth.csv"));
        assertThat(over.exit()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("truth.csv"))).startsWith("left_id");
        assertThat(link("--truth", path("none.csv")).err())
                .containsExactly(path("none.csv") + ": there is no such file");
    }

    @Test
    void a_cut_of_ones_own_is_used() throws IOException {
        link("--min-probability", "1");
        assertThat(rows()).isEmpty();
    }

    @Test
    void families_make_links_one_to_one_unless_told_otherwise() throws IOException {
        write("left.csv", LEFT + "a5,f9,,Amina,Okafor,12/03/1984,F,QX1 2AB\n");
        link();
        assertThat(pairs()).hasSize(3).doesNotHaveDuplicates();
        assertThat(rows().stream().map(row -> row[1])).doesNotHaveDuplicates();
        link("--many-to-one");
        assertThat(pairs()).contains("a1-p2", "a5-p2");
    }

    @Test
    void other_headings_can_be_named() throws IOException {
        write("right.csv", RIGHT.replace("given_name", "Rufname").replace("patient_id", "nr"));
        assertThat(link().exit()).isEqualTo(2);
        assertThat(link("--right-id", "nr", "--columns", "given_name=Rufname").exit())
                .isZero();
        assertThat(pairs()).containsExactly("a1-p2", "a2-p1", "a3-p3");
    }

    @Test
    void only_what_makes_a_file_unusable_is_refused_and_nothing_is_written() throws IOException {
        write("left.csv", LEFT + "a1,f2,1234567890,Again,Here,31/02/1990,?,\n");
        write("right.csv", RIGHT + "p9,too,few\n");
        var run = link();
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .containsExactlyInAnyOrder(
                        path("left.csv") + ", line 6, column Person ID: this id is on an earlier line too",
                        path("right.csv") + ", line 6: this row has 3 fields and the header has 7");
        assertThat(folder.resolve("links.csv")).doesNotExist();
    }

    @Test
    void odd_values_in_other_peoples_files_are_counted_and_passed_over() throws IOException {
        write("left.csv", LEFT + "a6,f2,1234567890,Odd,Here,31/02/1990,?,\n");
        var run = link();
        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .anyMatch(line -> line.contains("1 NHS number") && line.contains("check digit"))
                .anyMatch(line -> line.contains("1 birth date"));
    }

    @Test
    void a_wrong_call_is_told_in_one_line_before_any_work() {
        for (var wrong : List.of(
                List.of("--one-to-one", "--many-to-one"),
                List.of("--min-probability", "1.5"),
                List.of("--threads", "0"),
                List.of("--columns", "nonsense=Name"),
                List.of("--model", path("nothing.json")),
                List.of("--report", path("no/where.json")),
                List.of("--unknown"))) {
            var run = link(wrong.toArray(String[]::new));
            assertThat(run.exit()).as(wrong.toString()).isEqualTo(2);
            assertThat(run.err()).as(wrong.toString()).hasSize(1);
        }
        var same = Run.of("link", path("left.csv"), path("right.csv"), "--out", path("left.csv"));
        assertThat(same.exit()).isEqualTo(2);
    }

    @Test
    void header_only_files_have_no_links() throws IOException {
        write("left.csv", LEFT.lines().findFirst().orElseThrow() + "\n");
        assertThat(link().exit()).isZero();
        assertThat(rows()).isEmpty();
    }

    private Run link(String... more) {
        var arguments =
                new ArrayList<>(List.of("link", path("left.csv"), path("right.csv"), "--out", path("links.csv")));
        arguments.addAll(Arrays.asList(more));
        return Run.of(arguments.toArray(String[]::new));
    }

    private List<String[]> rows() throws IOException {
        return Files.readAllLines(folder.resolve("links.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }

    private List<String> pairs() throws IOException {
        return rows().stream().map(row -> row[0] + "-" + row[1]).toList();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
