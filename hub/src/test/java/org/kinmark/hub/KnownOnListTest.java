package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A professional knows a family on a list outside their work: it is on no list of theirs any more, and a
/// colleague judges it, or nobody does.
class KnownOnListTest {

    private static TestArea test;
    private static Area area;
    private static Snapshot opened;

    private String list = "";
    private String path = "";
    private String family = "";

    @BeforeAll
    static void start() {
        test = TestArea.start();
        area = test.area();
        var agreement = area.agreementInForce();
        area.importFamilies(12);
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
        family = test.text("select distinct family_ref from health.listed where list_ref = '" + list
                + "' and family_name = 'Family3'");
    }

    private static TestHub.Browser signedIn(String role) {
        return test.signedIn(Area.PRACTICE, role);
    }

    private TestHub.Page declare(TestHub.Browser browser) {
        return browser.get(path).submit("#known", form -> form.set("family", family));
    }

    private String judged(TestHub.Browser browser) {
        return browser.get(path)
                .document()
                .expectFirst("input[name=mark-" + family + "][checked]")
                .val();
    }

    private int put(String role, String judgement) {
        return area.as(Area.PRACTICE, role)
                .send(
                        "PUT",
                        "/api/v1/lists/" + list + "/judgements/" + family,
                        "application/json",
                        "{\"judgement\":\"" + judgement + "\"}")
                .status();
    }

    @Test
    void it_is_on_no_page_and_in_no_file_of_theirs_and_a_colleague_judges_it() {
        var professional = signedIn("professional");
        var lead = signedIn("service_lead");
        var said = declare(professional);
        assertThat(said.text()).contains("a colleague judges it").contains("asks about 11 families");
        for (var page : List.of(path, path + "/print", path + "/declaration", "/lists", "/")) {
            assertThat(professional.get(page).text()).as(page).doesNotContain("Family3");
            assertThat(professional.get(page).answer().text()).as(page).doesNotContain(family);
        }
        assertThat(professional.get(path + "/list.csv").answer().text()).doesNotContain("Family3", family);
        assertThat(new String(
                        area.as(Area.PRACTICE, "professional")
                                .get("/api/v1/lists/" + list + "/list.csv")
                                .bytes(),
                        StandardCharsets.UTF_8))
                .doesNotContain(family)
                .contains("Family4");
        assertThat(put("professional", "priority")).isEqualTo(404);
        assertThat(professional
                        .get(path)
                        .submit(
                                "#sheet",
                                form -> form.set("mark-" + family, "priority").set("was-" + family, "not_judged"))
                        .status())
                .isEqualTo(404);
        assertThat(judged(lead)).isEqualTo("not_judged");
        lead.get(path).submit("#sheet", form -> form.set("mark-" + family, "priority"));
        assertThat(judged(lead)).isEqualTo("priority");
    }

    @Test
    void it_stays_so_on_the_list_that_goes_out_again_when_somebody_else_objects() {
        declare(signedIn("professional"));
        var shownBefore = signedIn("service_lead").get(path);
        var other = test.text("select distinct family_ref from health.listed where list_ref = '" + list
                + "' and family_name = 'Family4'");
        var born = test.text("select distinct birth_date from health.listed where list_ref = '" + list
                + "' and family_name = 'Family5' and given_name = 'Anna'");
        Area.post(
                area.as(Area.CAMHS, "professional"),
                "/api/v1/objections",
                "{\"by\":\"self\",\"given_name\":\"Anna\",\"family_name\":\"Family5\",\"birth_date\":\"" + born
                        + "\"}");
        test.moveOn(Duration.ofMinutes(1));
        assertThat(area.list(Area.PRACTICE)).isNotEqualTo(list);
        path = "/lists/" + area.list(Area.PRACTICE);
        assertThat(signedIn("professional").get(path).text())
                .contains("Family4")
                .doesNotContain("Family3");
        assertThat(signedIn("service_lead").get(path).text()).contains("Family3", "Family4");
        assertThat(shownBefore
                        .submit("#known", form -> form.set("family", other))
                        .text())
                .contains("a colleague judges it");
        assertThat(signedIn("service_lead").get(path).text())
                .contains("Family3")
                .doesNotContain("Family4");
    }

    @Test
    void what_was_judged_of_it_before_is_taken_back_and_cannot_be_brought_back_by_them() {
        var professional = signedIn("professional");
        professional.get(path).submit("#sheet", form -> form.set("mark-" + family, "priority"));
        assertThat(judged(professional)).isEqualTo("priority");
        declare(professional);
        var lead = signedIn("service_lead");
        assertThat(judged(lead)).isEqualTo("not_judged");
        professional.get(path).submit("#sheet", path + "/undo", form -> form);
        assertThat(judged(lead)).isEqualTo("not_judged");
    }

    @Test
    void whoever_begins_the_list_without_it_begins_it_for_the_colleague_who_judges_it() {
        declare(signedIn("professional"));
        area.mark(Area.PRACTICE, "Family1");
        var file = signedIn("professional").get(path + "/marks.csv").answer().text();
        assertThat(file).doesNotContain(family);
        assertThat(file.lines()).hasSize(12);
        assertThat(signedIn("service_lead").get(path + "/marks.csv").answer().text())
                .contains(family + ",0");
    }

    @Test
    void a_mark_of_the_colleagues_counts_for_the_family_at_the_release() {
        declare(signedIn("professional"));
        assertThat(put("service_lead", "priority")).isEqualTo(200);
        area.as(Area.PRACTICE, "professional")
                .send("POST", "/api/v1/lists/" + list + "/declaration", "application/json", "{}");
        area.mark(Area.CAMHS);
        area.mark(Area.AMHS);
        test.moveOn(Duration.ofDays(29));
        assertThat(test.text("select f.reference from released.mark m join team.family f on f.id = m.family"))
                .isEqualTo("F3");
    }

    @Test
    void a_file_of_theirs_names_the_other_families_and_nothing_else() {
        declare(signedIn("professional"));
        var all = area.as(Area.PRACTICE, "service_lead")
                .get("/api/v1/lists/" + list + "/list.csv")
                .text()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1)[1])
                .distinct()
                .toList();
        var whole = new StringBuilder("list_ref,family_ref,mark\n");
        all.forEach(one -> whole.append(list + "," + one + ",1\n"));
        var refused =
                area.as(Area.PRACTICE, "professional").send("POST", "/api/v1/marks", "text/csv", whole.toString());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("this is no family of the list");
    }

    @Test
    void it_is_recorded_without_the_family_and_ended_by_an_administrator_alone() {
        var professional = signedIn("professional");
        declare(professional);
        assertThat(test.text("select act || ' ' || (object = (select id::text from health.relation)) from health.audit"
                        + " where act like 'relation%'"))
                .isEqualTo("relation_declared true");
        var administrator = signedIn("administrator");
        var page = administrator.get("/staff").follow("Staff who know families");
        assertThat(page.text()).contains("Declared").doesNotContain("Family3", family);
        var relation = test.text("select id from health.relation");
        assertThat(professional
                        .post(
                                "/staff/relations/" + relation + "/end",
                                professional.get(path).csrf())
                        .status())
                .isEqualTo(404);
        page.submit("main form[action$='/end']", form -> form.set("reason", "It was another family"));
        assertThat(professional.get(path).text()).contains("Family3");
        assertThat(test.count("select count(*) from team.audit where act like 'relation%'"))
                .isZero();
    }
}
