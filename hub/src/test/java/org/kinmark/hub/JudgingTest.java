package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A service judges its list, alone or as two, on pages or with files: nothing is lost, overwritten unseen or counted.
class JudgingTest {

    private static TestArea test;
    private static Area area;
    private static Snapshot opened;

    private String list = "";
    private String path = "";

    @BeforeAll
    static void start() {
        test = TestArea.start();
        area = test.area();
        var agreement = area.agreementInForce(Area.terms().replace(":500", ":600"));
        area.importFamilies(510);
        area.openRound(agreement);
        opened = test.snapshot("opened");
    }

    @AfterAll
    static void stop() {
        test.close();
    }

    @BeforeEach
    void again() {
        opened.restore();
        list = area.list(Area.PRACTICE);
        path = "/lists/" + list;
    }

    private static TestHub.Browser signedIn(String role) {
        return test.signedIn(Area.PRACTICE, role);
    }

    private static List<String> families(TestHub.Page sheet) {
        return sheet.document().select("[data-family]").eachAttr("data-family");
    }

    private static String judged(TestHub.Page sheet, String family) {
        return sheet.document()
                .expectFirst("input[name=mark-" + family + "][checked]")
                .val();
    }

    /// A file that marks the families of these numbers.
    private String csv(Integer... priorities) {
        var wanted = List.of(priorities);
        var families =
                area.rows(Area.PRACTICE).stream().map(row -> row[1]).distinct().toList();
        var rows = new StringBuilder("list_ref,family_ref,mark\n");
        for (int i = 0; i < families.size(); i++) {
            rows.append(list + "," + families.get(i) + "," + (wanted.contains(i) ? 1 : 0) + "\n");
        }
        return rows.toString();
    }

    private static TestHub.Answer upload(String role, String query, String csv) {
        return area.as(Area.PRACTICE, role).send("POST", "/api/v1/marks" + query, "text/csv", csv);
    }

    private static TestHub.Page upload(TestHub.Browser browser, String csv) {
        return browser.upload(
                "/marks", browser.get("/marks").csrf(), "marks.csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private static String receipt(TestHub.Answer answer) {
        return Area.json(answer).get("receipt").asString();
    }

    private static long recorded(String act) {
        var acts =
                Area.json(area.as(Area.PRACTICE, "information_governance_lead").get("/api/v1/audit"));
        long count = 0;
        for (var one : acts) {
            count += one.get("act").asString().equals(act) ? 1 : 0;
        }
        return count;
    }

    @Test
    void a_list_of_five_hundred_and_ten_is_judged_page_by_page_and_declared_without_a_script() {
        var sheet = signedIn("professional").get(path);
        assertThat(families(sheet)).hasSize(200);
        var last = sheet.browser().get(path + "?page=3");
        assertThat(families(last)).hasSize(110);
        var saved =
                last.submit("#sheet", form -> form.set("mark-" + families(last).get(0), "priority"));
        assertThat(saved.text()).contains("saved as a draft").contains("509 of 510 not judged");
        assertThat(saved.uri().getQuery()).isEqualTo("page=3");
        var declaring = saved.submit(
                "#sheet",
                form -> form.set("mark-" + families(last).get(1), "priority").set("declare", "yes"));
        assertThat(declaring.text()).contains("Priority 2").contains("Not judged 508");
        assertThat(declaring.submit(form -> form).text()).contains("The judgements are declared");
    }

    @Test
    void the_audit_does_not_count_the_marks() {
        var professional = area.as(Area.PRACTICE, "professional");
        var families = families(signedIn("professional").get(path)).subList(0, 5);
        families.forEach(family -> Area.json(professional.send(
                "PUT",
                "/api/v1" + path + "/judgements/" + family,
                "application/json",
                "{\"judgement\":\"priority\"}")));
        assertThat(recorded("draft_saved")).isEqualTo(1);
        Area.json(professional.send("POST", "/api/v1" + path + "/declaration", "application/json", ""));
        Area.json(professional.send("DELETE", "/api/v1" + path + "/declaration", "application/json", ""));
        Area.json(professional.send(
                "PUT",
                "/api/v1" + path + "/judgements/" + families.get(0),
                "application/json",
                "{\"judgement\":\"not_priority\"}"));
        assertThat(recorded("draft_saved")).isEqualTo(2);
    }

    @Test
    void the_same_file_gives_the_same_receipt_after_it_is_declared() {
        var declared = receipt(upload("professional", "?declare=true", csv(1, 2)));
        assertThat(receipt(upload("professional", "", csv(1, 2)))).isEqualTo(declared);
        assertThat(upload(signedIn("service_lead"), csv(1, 2)).text()).contains(declared.substring(0, 16));
        assertThat(recorded("declaration_withdrawn")).isZero();
    }

    @Test
    void two_lists_with_the_same_answers_have_different_receipts() {
        var here = receipt(area.as(Area.PRACTICE, "professional")
                .send("POST", "/api/v1" + path + "/declaration", "application/json", ""));
        var there = receipt(area.as(Area.COMMUNITY, "professional")
                .send("POST", "/api/v1/lists/" + area.list(Area.COMMUNITY) + "/declaration", "application/json", ""));
        assertThat(here).isNotEqualTo(there);
    }

    @Test
    void another_file_for_a_declared_list_is_shown_beside_it_and_replaces_it_once_confirmed() {
        upload("professional", "?declare=true", csv(1));
        var shown = upload(signedIn("professional"), csv(2));
        assertThat(shown.text()).contains("Other judgements are held").contains("2 families differ");
        assertThat(recorded("declaration_withdrawn")).isZero();
        var taken = shown.submit("main form", form -> form);
        assertThat(taken.text()).contains("The file is taken").contains("Nothing counts until");
        assertThat(recorded("declaration_withdrawn")).isEqualTo(1);
        assertThat(upload(signedIn("service_lead"), csv(2)).text()).contains("The file is taken");
    }

    @Test
    void what_was_judged_after_the_comparison_is_not_overwritten_unseen() {
        upload("professional", "", csv(1));
        var shown = upload(signedIn("professional"), csv(2));
        upload("service_lead", "?replace=true", csv(3, 4));
        var again = shown.submit("main form", form -> form);
        assertThat(again.text()).contains("Other judgements are held").contains("3 families differ");
        assertThat(again.submit("main form", form -> form).text()).contains("The file is taken");
        var before = receipt(upload("professional", "", csv(2)));
        upload("service_lead", "?replace=true", csv(5));
        assertThat(upload("professional", "?replace=true&held=" + before, csv(6))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void the_file_that_was_shown_is_the_one_that_replaces() {
        upload("professional", "", csv(1));
        var browser = signedIn("professional");
        var first = upload(browser, csv(2));
        upload(browser, csv(3));
        assertThat(first.submit("main form", form -> form).text()).contains("Select the file again");
        assertThat(upload("professional", "", csv(1)).status()).isEqualTo(200);
    }

    @Test
    void nobody_takes_back_what_a_colleague_judged() {
        var mine = signedIn("professional").get(path);
        var first = families(mine).get(0);
        mine.submit("#sheet", form -> form.set("mark-" + first, "priority"));
        var colleague = signedIn("service_lead");
        var undone = colleague.post(path + "/undo", colleague.get(path).csrf());
        assertThat(undone.text()).contains("There is no change of yours to take back");
        assertThat(judged(undone, first)).isEqualTo("priority");
    }

    @Test
    void nothing_is_declared_that_was_not_shown() {
        var professional = signedIn("professional");
        var shown = professional.get(path + "/declaration");
        upload("service_lead", "", csv(1));
        var again = shown.submit(form -> form);
        assertThat(again.text()).contains("changed after they were shown").contains("Priority 1");
        assertThat(recorded("declared")).isZero();
        assertThat(again.submit(form -> form).text()).contains("The judgements are declared");
        assertThat(area.as(Area.PRACTICE, "professional")
                        .send("POST", "/api/v1" + path + "/declaration", "application/json", "{\"receipt\":\"00\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_file_that_is_refused_says_which_lines_and_quotes_nothing() {
        var stranger = "11111111-1111-4111-8111-111111111111";
        var rows = csv(1).lines().toList();
        var broken = new StringBuilder(rows.get(0) + "\n");
        for (int i = 1; i < rows.size() - 30; i++) {
            broken.append(i == 3 ? list + "," + stranger + ",0" : rows.get(i)).append('\n');
        }
        var answer = upload("professional", "", broken.toString());
        assertThat(answer.status()).isEqualTo(422);
        var page = upload(signedIn("professional"), broken.toString());
        for (var said : List.of(answer.text(), page.text())) {
            assertThat(said)
                    .contains("marks.csv, line 4, column family_ref: this is no family of the list")
                    .contains("marks.csv, column family_ref: the family in line 6 of list.csv has no row")
                    .contains("and 12 more")
                    .doesNotContain(stranger)
                    .doesNotContain("Family2");
        }
        assertThat(page.document().select(".govuk-error-summary li")).hasSize(21);
        var twice = rows.get(0) + "\n" + rows.get(1) + "\n" + rows.get(1) + "\n";
        assertThat(upload("professional", "", twice).text()).contains("marks.csv, line 3, column family_ref");
        var other = csv(1).replace(list, stranger);
        assertThat(upload(signedIn("professional"), other).text())
                .contains("marks.csv, line 2, column list_ref: this is no list of yours");
        assertThat(recorded("draft_saved")).isZero();
    }

    @Test
    void what_was_taken_back_is_the_last_word_about_its_family_and_no_colleague_is_blamed() {
        var sheet = signedIn("professional").get(path);
        var families = families(sheet);
        var saved = sheet.submit("#sheet", form -> form.set("mark-" + families.get(0), "priority"));
        var undone = saved.submit(
                "#sheet",
                path + "/undo",
                form -> form.set("mark-" + families.get(0), "not_priority").set("mark-" + families.get(1), "priority"));
        assertThat(undone.text())
                .contains("The last change is taken back. What you had chosen for other families is saved.")
                .doesNotContain("meanwhile", "colleague’s");
        assertThat(judged(undone, families.get(0))).isEqualTo("not_judged");
        assertThat(judged(undone, families.get(1))).isEqualTo("priority");
    }

    @Test
    void marks_are_offered_to_keep_once_they_are_declared_and_not_before() {
        var professional = signedIn("professional");
        assertThat(professional.get(path).text()).doesNotContain("Keep a copy");
        assertThat(professional.get(path + "/marks.csv").text()).contains("Declare the list first");
        upload("professional", "?declare=true", csv(1, 7));
        var declared = professional.get(path);
        assertThat(declared.text()).contains("The hub keeps none");
        assertThat(declared.follow("Keep a copy of these marks").answer().text())
                .isEqualToNormalizingNewlines(csv(1, 7));
    }

    @Test
    void a_list_is_printed_whole_from_a_link() {
        var sheet = signedIn("service_lead").get(path);
        var print = sheet.follow("Print this list");
        assertThat(print.document().select("tbody")).hasSize(510);
        assertThat(print.text()).contains("Confidential").contains("shred it").contains("Bob");
        assertThat(recorded("list_opened")).isEqualTo(2);
    }
}
