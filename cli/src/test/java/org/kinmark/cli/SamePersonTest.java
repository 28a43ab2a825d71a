package org.kinmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said of a doubtful link once, and heard in the rounds after it. Nowak is in doubt.
class SamePersonTest {

    private static final String HEADER = "person_ref,patient_id,same\n";

    @TempDir
    private Path folder;

    private ServiceFolder service;

    @BeforeEach
    void a_service_with_a_doubt() throws IOException {
        service = ServiceFolder.withADoubt(folder);
    }

    @Test
    void a_yes_is_heard_at_once_and_in_the_next_round_under_fresh_references() throws IOException {
        assertThat(look()).isZero();
        assertThat(state("p-3")).isEqualTo("doubtful");
        assertThat(service.has("remembered.csv")).isFalse();
        assertThat(say("p-3,3,yes")).as(service.err()).isZero();
        assertThat(state("p-3")).isEqualTo("accepted");
        assertThat(service.out()).contains("is kept in").containsPattern("on a professional's word +1\n");

        service.nextRound();
        assertThat(look()).as(service.err()).isZero();
        assertThat(state("p-next-3")).isEqualTo("accepted");
        assertThat(service.read("review.csv"))
                .containsPattern(
                        "f-next-nowak,p-next-3,3,0\\.99[0-9]+,accepted,open-episode,caseload\\|open,2024-12-24,priority\n");
    }

    @Test
    void a_no_is_asked_no_more_and_needs_no_decision() throws IOException {
        assertThat(say("p-3,3,no")).isZero();
        service.nextRound();
        assertThat(look()).isZero();
        assertThat(state("p-next-3")).isEmpty();
        assertThat(service.read("review.csv")).doesNotContain("nowak");
        assertThat(service.out()).containsPattern("left out on a professional's word +1\n");
        service.write("decisions.csv", "family_ref,decision\nf-next-silva,priority\n");
        assertThat(mark(
                        "--decisions",
                        "decisions.csv",
                        "--judged-by",
                        "Dr B",
                        "--out",
                        "marks.csv",
                        "--remember",
                        "remembered.csv"))
                .as(service.err())
                .isZero();
        assertThat(service.read("marks.csv")).contains("f-next-nowak,0\n").contains("f-next-silva,1\n");
    }

    @Test
    void marks_are_made_with_what_is_said_in_the_same_call() throws IOException {
        service.write("same-person.csv", HEADER + "p-3,3,yes\n");
        assertThat(mark(
                        "--accept-suggestions",
                        "--same-person",
                        "same-person.csv",
                        "--judged-by",
                        "Dr A",
                        "--out",
                        "marks.csv"))
                .as(service.err())
                .isZero();
        assertThat(service.read("marks.csv")).contains("f-nowak,1\n");
        assertThat(service.written()).containsExactly("marks.csv");
    }

    @Test
    void cannot_tell_leaves_the_doubt_and_takes_back_what_was_said() throws IOException {
        assertThat(say("p-3,3,cannot_tell")).isZero();
        assertThat(state("p-3")).isEqualTo("doubtful");
        assertThat(say("p-3,3,no")).isZero();
        assertThat(say("p-3,3,cannot_tell")).as(service.err()).isZero();
        assertThat(state("p-3")).isEqualTo("doubtful");
        assertThat(service.read("remembered.csv").lines()).hasSize(1);
    }

    @Test
    void the_latest_word_counts() throws IOException {
        assertThat(say("p-3,3,yes")).isZero();
        assertThat(say("p-3,3,no")).isZero();
        service.nextRound();
        assertThat(look()).isZero();
        assertThat(state("p-next-3")).isEmpty();
        assertThat(service.read("remembered.csv").lines()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "list.csv > Zofia,Nowak > Zofia,Nowacka",
                "list.csv > 9990000026 > 9990000034",
                "list.csv > 1990-11-30 > 1990-11-29",
                "list.csv > female,OX4 2BB > ,OX4 2BB",
                "list.csv > OX4 2BB > OX4 2BC",
                "register.csv > Zofia,Novak > Zosia,Novak",
                "register.csv > 3,,Zofia > 3,9990000026,Zofia",
                "register.csv > 1990-11-03 > 1990-11-30",
                "register.csv > OX4 2BB > OX4 2BA"
            })
    void any_other_detail_on_either_side_brings_the_doubt_back(String file, String from, String to) throws IOException {
        assertThat(say("p-3,3,no")).isZero();
        service.nextRound();
        service.change(file, from, to);
        assertThat(look("--doubtful", "0.01", "--accept", "1")).isZero();
        assertThat(state("p-next-3")).isEqualTo("doubtful");
    }

    @Test
    void capitals_and_spaces_are_no_other_detail() throws IOException {
        assertThat(say("p-3,3,yes")).isZero();
        service.nextRound();
        service.change("list.csv", "Zofia,Nowak,1990-11-30,female,OX4 2BB", "ZOFIA,NOWAK,30/11/1990,F,ox42bb");
        assertThat(look()).isZero();
        assertThat(state("p-next-3")).isEqualTo("accepted");
    }

    @Test
    void another_patient_with_the_same_details_does_not_take_a_word_over() throws IOException {
        assertThat(say("p-3,3,yes")).isZero();
        service.change("register.csv", "3,,Zofia,Novak", "33,,Zofia,Novak");
        assertThat(look()).isZero();
        assertThat(state("p-3")).isEqualTo("doubtful");
        assertThat(service.read("links.csv")).contains("p-3,33,");
    }

    @Test
    void an_objection_goes_before_any_word_and_forgets_it() throws IOException {
        assertThat(say("p-3,3,yes")).isZero();
        service.nextRound();
        service.write("objections.csv", "patient_id\n3\n");
        assertThat(look("--objections", "objections.csv")).isZero();
        assertThat(state("p-next-3")).isEmpty();
        assertThat(service.read("remembered.csv").lines())
                .as("looking changes nothing")
                .hasSize(2);
        assertThat(mark(
                        "--objections",
                        "objections.csv",
                        "--accept-suggestions",
                        "--out",
                        "marks.csv",
                        "--remember",
                        "remembered.csv"))
                .isZero();
        assertThat(service.read("marks.csv")).contains("nowak,0\n");
        assertThat(service.read("remembered.csv").lines()).hasSize(1);
        assertThat(service.out()).containsPattern("Words dropped.* +1\n");
    }

    @Test
    void a_word_of_a_patient_who_has_objected_meanwhile_is_passed_over_and_not_kept() throws IOException {
        service.write("objections.csv", "patient_id\n3\n");
        assertThat(say("p-3,3,yes", "--objections", "objections.csv"))
                .as(service.err())
                .isZero();
        assertThat(state("p-3")).isEmpty();
        assertThat(service.read("remembered.csv").lines()).hasSize(1);
    }

    @Test
    void a_word_is_forgotten_when_the_patient_has_left() throws IOException {
        assertThat(say("p-3,3,yes")).isZero();
        service.change("register.csv", "3,,Zofia,Novak,1990-11-03,female,OX4 2BB\n", "");
        assertThat(say("p-1,1,yes")).as(service.err()).isZero();
        assertThat(service.read("remembered.csv").lines()).hasSize(2);
        assertThat(service.out()).containsPattern("Words dropped.* +1\n");
    }

    @Test
    void a_word_is_heard_for_two_years() throws IOException {
        assertThat(say("p-3,3,no")).isZero();
        var last = LocalDate.now(ZoneId.systemDefault()).plusYears(2);
        assertThat(look("--as-of", last.minusDays(1).toString())).isZero();
        assertThat(state("p-3")).isEmpty();
        assertThat(look("--as-of", last.plusDays(2).toString())).isZero();
        assertThat(state("p-3")).isEqualTo("doubtful");
    }

    @Test
    void the_file_names_nobody_and_is_its_writers_alone() throws IOException {
        service.change("register.csv", "\n3,,Zofia", "\n9990000042,,Zofia");
        service.change("conditions.csv", "\n3,", "\n9990000042,");
        service.write("remembered.csv", "key,patient_digest,pair_digest,same,said_by,said_on,row_digest\n");
        Files.setPosixFilePermissions(service.path("remembered.csv"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(say("p-3,9990000042,yes")).as(service.err()).isZero();
        assertThat(service.read("remembered.csv"))
                .doesNotContainPattern("(?i)zofia|nowak|novak|1990|ox4|99900000|p-3|f-nowak|l-1|female")
                .matches("key,.*\n([0-9a-f]{64},){3}yes,Dr A Silva,\\d{4}-\\d\\d-\\d\\d,[0-9a-f]{64}\n");
        assertThat(Files.getPosixFilePermissions(service.path("remembered.csv")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void the_same_word_is_written_otherwise_in_every_new_file() throws IOException {
        assertThat(say("p-3,3,yes")).isZero();
        var first = service.read("remembered.csv").lines().toList().getLast().split(",");
        Files.delete(service.path("remembered.csv"));
        assertThat(say("p-3,3,yes")).isZero();
        assertThat(service.read("remembered.csv")).doesNotContain(first[0], first[1], first[2]);
    }

    /// Column by column, what a spreadsheet or a hand may do to the second of two rows.
    @ParameterizedTest
    @CsvSource({
        "0, 00, key, this is not as Kinmark writes it",
        "0, ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff, key, not the key of the rows above",
        "1, 1.2E+63, patient_digest, this is not as Kinmark writes it",
        "2, '', pair_digest, this is not as Kinmark writes it",
        "3, perhaps, same, 'write one of yes, no'",
        "3, yes, row_digest, was changed after Kinmark wrote it",
        "4, Dr Ewa Nowak, row_digest, was changed after Kinmark wrote it",
        "4, '', said_by, a value is missing",
        "5, 2026-02-30, said_on, this is no date",
        "5, 2031-01-01, row_digest, was changed after Kinmark wrote it",
        "6, '', row_digest, this is not as Kinmark writes it"
    })
    void a_file_that_was_changed_is_refused_by_line_and_column(int column, String value, String heading, String says)
            throws IOException {
        assertThat(say("p-1,1,yes", "p-3,3,no")).isZero();
        var lines = new ArrayList<>(service.read("remembered.csv").lines().toList());
        var cells = lines.get(2).split(",");
        assertThat(cells[3]).isEqualTo("no");
        cells[column] = value;
        lines.set(2, String.join(",", cells));
        service.write("remembered.csv", String.join("\n", lines) + "\n");
        var before = service.read("remembered.csv");
        assertThat(say("p-3,3,yes")).isEqualTo(2);
        assertThat(service.err().lines())
                .singleElement()
                .asString()
                .contains("remembered.csv, line 3, column " + heading + ": ")
                .contains(says)
                .doesNotContain("Nowak");
        assertThat(service.read("remembered.csv")).isEqualTo(before);
    }

    @Test
    void a_row_of_two_people_moved_to_two_others_is_refused() throws IOException {
        assertThat(say("p-1,1,yes", "p-3,3,no")).isZero();
        var lines = service.read("remembered.csv").lines().toList();
        var one = lines.get(1).split(",");
        var two = lines.get(2).split(",");
        service.change("remembered.csv", one[2], "x");
        service.change("remembered.csv", two[2], one[2]);
        service.change("remembered.csv", ",x,", "," + two[2] + ",");
        assertThat(look()).isEqualTo(2);
        assertThat(service.err()).contains("line 2, column row_digest").contains("line 3, column row_digest");
        service.write("remembered.csv", String.join("\n", lines) + "\n" + lines.get(2) + "\n");
        assertThat(look()).isEqualTo(2);
        assertThat(service.err().lines())
                .singleElement()
                .asString()
                .contains("remembered.csv, line 4, column pair_digest: this pair is in a row above already");
    }

    @ParameterizedTest
    @CsvSource({
        "'p-9,3,yes', 'line 2, column person_ref: this person is not on the list'",
        "'p-3,999,yes', 'line 2, column patient_id: no patient with this id may be matched'",
        "'p-3,3,maybe', 'line 2, column same: write one of yes, no, cannot_tell'",
        "',3,yes', 'line 2, column person_ref: a value is missing'",
        "'p-3,,yes', 'line 2, column patient_id: a value is missing'",
        "'p-3,1,yes', 'line 2: the review shows no link between these two'",
        "'p-4,s7,yes', 'line 2: the review shows no link between these two'"
    })
    void what_is_said_of_nobody_is_refused(String row, String says) throws IOException {
        assertThat(say(row)).isEqualTo(2);
        assertThat(service.err().lines()).hasSize(1);
        assertThat(service.err().substring(service.err().indexOf("same-person.csv")))
                .startsWith("same-person.csv, " + says)
                .doesNotContain("p-9", "999", "maybe");
        assertThat(service.written()).isEmpty();
    }

    @Test
    void two_answers_about_the_same_two_are_refused() throws IOException {
        assertThat(say("p-3,3,yes", "p-3,3,no")).isEqualTo(2);
        assertThat(service.err()).contains("line 3, column patient_id: these two are in a row above already");
        service.append("list.csv", "l-1,f-garcia,p-5,9990000026,Zofia,Nowak,1990-11-30,female,OX4 2BB\n");
        assertThat(say("p-3,3,yes", "p-5,3,no")).isEqualTo(2);
        assertThat(service.err()).contains("line 3: a row above says otherwise of the same patient");
        assertThat(say("p-3,3,yes")).isZero();
        assertThat(state("p-5")).as("the same person in another family").isEqualTo("accepted");
    }

    @Test
    void a_word_never_links_two_numbers() throws IOException {
        service.change("register.csv", "3,,Zofia,Novak,1990-11-03", "3,9990000034,Zofia,Nowak,1990-11-30");
        assertThat(look("--doubtful", "0")).isZero();
        assertThat(state("p-3")).isEmpty();
        assertThat(say("p-3,3,yes", "--doubtful", "0")).isEqualTo(2);
        assertThat(service.err()).contains("line 2: the review shows no link between these two");
    }

    @Test
    void a_patient_answers_one_row_of_a_family_whatever_was_said() throws IOException {
        assertThat(say("p-3,3,yes")).isZero();
        service.nextRound();
        service.append("list.csv", "l-next-1,f-next-nowak,p-5,,Zofia,Novak,1990-11-03,female,OX4 2BB\n");
        assertThat(look("--doubtful", "0")).isZero();
        assertThat(service.read("links.csv").lines().filter(line -> line.contains(",3,")))
                .hasSize(1);
    }

    @Test
    void a_no_goes_before_a_probability_that_would_be_enough_and_is_counted() throws IOException {
        assertThat(look()).isZero();
        assertThat(state("p-1")).isEqualTo("accepted");
        assertThat(say("p-1,1,no")).isZero();
        service.nextRound();
        assertThat(look()).isZero();
        assertThat(state("p-next-1")).isEmpty();
        assertThat(service.out())
                .containsPattern("left out on a professional's word +1\n")
                .containsPattern("likely enough to be taken without it +1\n");
    }

    @Test
    void a_yes_is_heard_though_the_probability_falls_below_what_is_shown() throws IOException {
        assertThat(say("p-3,3,yes")).isZero();
        assertThat(look("--doubtful", "0.9999")).isZero();
        assertThat(state("p-3")).isEqualTo("accepted");
    }

    @Test
    void what_cannot_be_finished_leaves_the_file_as_it_was() throws IOException {
        assertThat(say("p-3,3,yes")).isZero();
        var before = service.read("remembered.csv");
        service.write("decisions.csv", "family_ref,decision\nf-silva,priority\n");
        service.write("same-person.csv", HEADER + "p-3,3,cannot_tell\n");
        assertThat(mark(
                        "--decisions",
                        "decisions.csv",
                        "--judged-by",
                        "Dr A",
                        "--out",
                        "marks.csv",
                        "--same-person",
                        "same-person.csv",
                        "--remember",
                        "remembered.csv"))
                .as("Nowak is in doubt again, and not decided")
                .isEqualTo(2);
        assertThat(service.read("remembered.csv")).isEqualTo(before);
        assertThat(service.has("marks.csv")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"list.csv", "register.csv", "same-person.csv", "review.csv"})
    void what_is_remembered_is_no_other_file_of_the_call(String other) throws IOException {
        service.write("same-person.csv", HEADER + "p-3,3,yes\n");
        Files.createSymbolicLink(service.path("alias.csv"), service.path("review.csv"));
        service.write("review.csv", "old");
        var before = service.read(other);
        for (var name : List.of(other, other.equals("review.csv") ? "alias.csv" : other)) {
            assertThat(mark(
                            "--review",
                            "review.csv",
                            "--same-person",
                            "same-person.csv",
                            "--judged-by",
                            "X",
                            "--remember",
                            name))
                    .isEqualTo(2);
            assertThat(service.err()).containsAnyOf("is both read and written", "would be written twice");
            assertThat(service.read(other)).isEqualTo(before);
        }
    }

    @Test
    void a_word_without_a_name_is_refused() throws IOException {
        service.write("same-person.csv", HEADER + "p-3,3,yes\n");
        assertThat(mark("--review", "review.csv", "--same-person", "same-person.csv"))
                .isEqualTo(2);
        assertThat(service.err().lines()).singleElement().asString().contains("--judged-by NAME belongs to");
        assertThat(service.written()).isEmpty();
    }

    @Test
    void the_help_says_what_the_file_tells_and_how_to_forget() {
        assertThat(service.mark("--help")).isZero();
        assertThat(service.out().replaceAll("\\s+", " "))
                .contains("brings the doubt back")
                .contains("whoever has it and your register could find out by trying")
                .contains("To forget one link")
                .contains("to forget all, delete the file");
    }

    /// Looks, as before a decision.
    private int look(String... more) {
        return mark(and(more, "--review", "review.csv", "--links", "links.csv", "--remember", "remembered.csv"));
    }

    /// Says something of links; what begins with `--`, and what follows that, are options.
    private int say(String... rowsAndOptions) throws IOException {
        var all = List.of(rowsAndOptions);
        int rows = (int) all.stream().takeWhile(each -> !each.startsWith("--")).count();
        service.write("same-person.csv", HEADER + String.join("\n", all.subList(0, rows)) + "\n");
        return look(and(
                all.subList(rows, all.size()).toArray(String[]::new),
                "--same-person",
                "same-person.csv",
                "--judged-by",
                " Dr A Silva "));
    }

    private int mark(String... arguments) {
        return service.mark(List.of(arguments).contains("--accept") ? arguments : and(arguments, "--accept", "0.9999"));
    }

    private static String[] and(String[] some, String... more) {
        var all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /// What the link of a person on the list is; empty where there is none.
    private String state(String person) throws IOException {
        return service.read("links.csv")
                .lines()
                .filter(line -> line.startsWith(person + ","))
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .findFirst()
                .orElse("");
    }
}
