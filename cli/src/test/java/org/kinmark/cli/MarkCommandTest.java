package org.kinmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkCommandTest {

    private static final String ALL_ZERO = """
            list_ref,family_ref,mark
            l-1,f-silva,0
            l-1,f-nowak,0
            l-1,f-garcia,0
            """;
    private static final String SILVA = ALL_ZERO.replace("f-silva,0", "f-silva,1");

    @TempDir
    private Path folder;

    private ServiceFolder service;

    @BeforeEach
    void a_service() throws IOException {
        service = ServiceFolder.small(folder);
    }

    @Test
    void without_a_judgement_only_the_review_is_written_and_older_marks_are_removed() throws IOException {
        service.write("marks.csv", "old");
        assertThat(service.mark("--out", "marks.csv", "--review", "review.csv")).isZero();
        assertThat(service.written()).containsExactly("review.csv");
        assertThat(service.out()).contains("No marks were written").contains("--decisions");
        assertThat(service.read("review.csv")).matches("""
                        family_ref,person_ref,patient_id,probability,link,indicator,code,recorded_on,suggestion
                        f-silva,p-1,1,0\\.9\\d*,accepted,adult-mental-health,35489007,2026-01-15,priority
                        """);
    }

    @Test
    void suggestions_that_are_accepted_are_marks() throws IOException {
        assertThat(service.mark("--out", "marks.csv", "--accept-suggestions")).isZero();
        assertThat(service.read("marks.csv")).isEqualTo(SILVA);
    }

    @Test
    void a_professional_decides_otherwise_than_suggested() throws IOException {
        service.write("decisions.csv", "family_ref,decision\nf-garcia,priority\nf-silva,not_priority\n");
        assertThat(service.mark("--out", "marks.csv", "--decisions", "decisions.csv", "--judged-by", "Dr A Silva"))
                .isZero();
        assertThat(service.read("marks.csv")).isEqualTo(ALL_ZERO.replace("f-garcia,0", "f-garcia,1"));
    }

    @Test
    void not_judged_is_a_decision_and_says_nothing() throws IOException {
        service.write("decisions.csv", "family_ref,decision\nf-silva,not_judged\n");
        assertThat(service.mark("--out", "marks.csv", "--decisions", "decisions.csv", "--judged-by", "Dr A Silva"))
                .isZero();
        assertThat(service.read("marks.csv")).isEqualTo(ALL_ZERO);
    }

    @Test
    void a_suggested_family_must_be_decided_and_a_strange_one_cannot_be() throws IOException {
        service.write("decisions.csv", "family_ref,decision\nf-other,priority\n");
        service.write("marks.csv", "old");
        assertThat(service.mark(
                        "--out",
                        "marks.csv",
                        "--review",
                        "review.csv",
                        "--decisions",
                        "decisions.csv",
                        "--judged-by",
                        "Dr A Silva"))
                .isEqualTo(2);
        assertThat(service.err().lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("decisions.csv, line 2, column family_ref"))
                .anyMatch(line -> line.contains("family 1 of the list"))
                .noneMatch(line -> line.contains("f-other") || line.contains("f-silva"));
        assertThat(service.written()).containsExactly("marks.csv");
        assertThat(service.read("marks.csv")).isEqualTo("old");
    }

    @Test
    void who_objects_is_dropped_with_their_conditions() throws IOException {
        service.write("objections.csv", "patient_id\n1\n");
        assertThat(service.mark(
                        "--out",
                        "marks.csv",
                        "--accept-suggestions",
                        "--objections",
                        "objections.csv",
                        "--links",
                        "links.csv"))
                .isZero();
        assertThat(service.read("marks.csv")).isEqualTo(ALL_ZERO);
        assertThat(service.read("links.csv")).doesNotContain("p-1,");
        assertThat(service.out()).containsPattern("they object +1\n");
    }

    @Test
    void nobody_is_matched_after_the_day_on_which_they_left_or_died() throws IOException {
        var plain = service.read("register.csv");
        for (var dates : new String[] {"2026-10-01,", ",2026-10-01"}) {
            service.write(
                    "register.csv",
                    plain.replace("\n", ",,\n")
                            .replace("postcode,,", "postcode,registered_until,died_on")
                            .replace("OX1 1AA,,\n2", "OX1 1AA," + dates + "\n2"));
            assertThat(service.mark("--out", "marks.csv", "--accept-suggestions"))
                    .isZero();
            assertThat(service.read("marks.csv")).isEqualTo(SILVA);
            assertThat(service.mark("--out", "marks.csv", "--accept-suggestions", "--as-of", "2026-10-02"))
                    .isZero();
            assertThat(service.read("marks.csv")).isEqualTo(ALL_ZERO);
            assertThat(service.out()).containsPattern("left the service or died +1\n");
        }
    }

    @Test
    void a_doubtful_link_is_reviewed_and_suggests_nothing_by_itself() throws IOException {
        assertThat(service.mark(
                        "--out", "marks.csv", "--review", "review.csv", "--accept-suggestions", "--accept", "1"))
                .isZero();
        assertThat(service.read("marks.csv")).isEqualTo(ALL_ZERO);
        assertThat(service.read("review.csv").lines())
                .hasSize(4)
                .anyMatch(line ->
                        line.matches("f-silva,p-1,1,0\\.9\\d*,doubtful,adult-mental-health,35489007,2026-01-15,judge"))
                .anyMatch(line -> line.matches("f-nowak,p-3,3,0\\.9\\d*,doubtful,,,,judge"));
        service.write("decisions.csv", "family_ref,decision\nf-silva,priority\n");
        assertThat(service.mark(
                        "--out",
                        "marks.csv",
                        "--accept",
                        "1",
                        "--decisions",
                        "decisions.csv",
                        "--judged-by",
                        "Dr A Silva"))
                .as("Nowak is not decided")
                .isEqualTo(2);
    }

    @Test
    void one_patient_answers_for_each_of_two_families() throws IOException {
        service.append("list.csv", "l-1,f-garcia,p-5,9990000018,Ana,Silva,1985-03-02,female,OX1 1AA\n");
        assertThat(service.mark("--out", "marks.csv", "--accept-suggestions")).isZero();
        assertThat(service.read("marks.csv")).isEqualTo(SILVA.replace("f-garcia,0", "f-garcia,1"));
    }

    @Test
    void links_are_told_to_a_rehearsal() throws IOException {
        assertThat(service.mark("--review", "review.csv", "--links", "links.csv"))
                .isZero();
        assertThat(service.read("links.csv")).matches("""
                        person_ref,patient_id,probability,link
                        p-1,1,0\\.\\d+,accepted
                        p-2,2,0\\.\\d+,accepted
                        p-3,3,0\\.\\d+,accepted
                        """);
    }

    @Test
    void every_mistake_of_every_file_is_told_and_nothing_is_written() throws IOException {
        service.append("list.csv", "l-1,f-silva,p-1,,,,31/02/2001,,\n");
        service.append("register.csv", "1,,Ana,Silva,,,\n");
        service.append("conditions.csv", "1,3.5E+07,2026-01-15\n");
        assertThat(service.mark("--review", "review.html", "--out", "marks.csv", "--accept-suggestions"))
                .isEqualTo(2);
        assertThat(service.err().lines())
                .hasSize(4)
                .anyMatch(line -> line.contains("list.csv, line 6, column person_ref"))
                .anyMatch(line -> line.contains("list.csv, line 6, column birth_date"))
                .anyMatch(line -> line.contains("register.csv, line 205, column patient_id"))
                .anyMatch(line -> line.contains("conditions.csv, line 4, column code"))
                .noneMatch(line -> line.contains("31/02") || line.contains("Silva") || line.contains("3.5E"));
        assertThat(service.written()).isEmpty();
    }

    @Test
    void odd_values_of_the_service_are_counted_and_no_mistakes() throws IOException {
        service.append("register.csv", "900,123,Ivo,Novak,1990-02-30,woman,X\n");
        service.append("conditions.csv", "1,,2026-01-15\n1,35489007,yesterday\n1,F32,2026-01-15\n");
        assertThat(service.mark("--review", "review.csv")).isZero();
        assertThat(service.out())
                .containsPattern("register with a wrong check digit +1\n")
                .containsPattern("Dates in the register that are none +1\n")
                .containsPattern("no usable patient, date or code +3\n");
    }

    @Test
    void unusual_headings_are_named() throws IOException {
        service.write(
                "register.csv",
                service.read("register.csv").replace("patient_id", "EMIS").replace("given_name", "Fore"));
        assertThat(service.mark("--review", "review.csv", "--columns", "patient_id=emis,given_name=Fore"))
                .isZero();
        assertThat(service.read("review.csv")).contains("f-silva,p-1,1,");
    }

    @Test
    void a_call_that_makes_no_sense_is_refused_before_anything_is_read() throws IOException {
        assertRefused("--decisions", "decisions.csv", "--out", "marks.csv");
        assertRefused("--judged-by", "Dr A Silva", "--review", "review.csv");
        assertRefused("--decisions", "decisions.csv", "--judged-by", " ", "--out", "marks.csv");
        assertRefused("--decisions", "decisions.csv", "--judged-by", "X", "--accept-suggestions", "--out", "marks.csv");
        assertRefused("--accept-suggestions");
        assertRefused("--out", "marks.csv");
        assertRefused("--review", "review.txt");
        assertRefused("--review", "review.csv", "--review", "review.csv");
        assertRefused("--review", "list.csv");
        assertRefused("--review", "review.csv", "--accept", "1.5");
        assertRefused("--review", "review.csv", "--accept", "0.1");
        assertRefused("--review", "review.csv", "--as-of", "2026-02-30");
        assertRefused("--review", "review.csv", "--columns", "shoe_size=Size");
    }

    private void assertRefused(String... arguments) throws IOException {
        var before = service.read("list.csv");
        assertThat(service.mark(arguments)).isEqualTo(2);
        assertThat(service.err().lines()).hasSize(1);
        assertThat(service.written()).isEmpty();
        assertThat(service.read("list.csv")).isEqualTo(before);
    }

    @Test
    void where_nothing_can_be_written_the_work_does_not_begin() throws IOException {
        assertThat(service.mark("--review", "nowhere/review.csv")).isEqualTo(2);
        assertThat(service.err().lines()).singleElement().asString().contains("review.csv: there is no such folder");
        assertThat(service.written()).isEmpty();
    }

    @Test
    void a_full_disk_leaves_nothing() throws IOException {
        if (!Files.exists(Path.of("/dev/full"))) {
            return;
        }
        Files.createSymbolicLink(
                folder.resolve(".review.csv." + ProcessHandle.current().pid() + ".part"), Path.of("/dev/full"));
        assertThat(service.mark("--review", "review.csv")).isEqualTo(1);
        assertThat(service.err().lines()).singleElement().asString().contains("No space left");
        assertThat(service.written()).isEmpty();
    }

    @Test
    void the_help_says_what_stays_and_why_a_smaller_register_is_safer() {
        assertThat(service.mark("--help")).isZero();
        assertThat(service.out())
                .contains("safer")
                .contains("Only marks.csv leaves")
                .contains("--judged-by");
    }
}
