package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What goes wrong on an ordinary day, or is made to: a clear answer, nothing lost, nothing doubled.
class FaultsTest {

    private static final String HEADER =
            "family_id,person_id,nhs_number,given_name,family_name,birth_date,sex,postcode,gp_practice,shielded,criteria\n";

    private static TestArea test;
    private static TestHub hub;
    private static Area area;
    private static String agreement;
    private static Snapshot agreed;

    @BeforeAll
    static void start() {
        test = TestArea.start();
        hub = test.hub();
        area = test.area();
        agreement = area.agreementInForce();
        area.importFamilies(12);
        agreed = test.snapshot("agreed");
    }

    @AfterAll
    static void stop() {
        test.close();
    }

    private static TestHub.Answer importing(String csv) {
        return area.coordinator().send("POST", "/api/v1/families?gone=confirmed", "text/csv", csv);
    }

    private static long families() {
        return test.count("select count(*) from team.family where left_at is null");
    }

    @Test
    void two_hundred_megabytes_are_refused_in_a_sentence() {
        agreed.restore();
        var row = "F1,P1,,Anna,Smith,2004-03-05,female,SE15 1AA,A81001,no,worklessness\n".repeat(1_000);
        var large = HEADER + row.repeat(200_000_000 / row.length());
        var answer = importing(large);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("at most 50 MB").doesNotContain("Smith");
        assertThat(families()).isEqualTo(12);
    }

    @Test
    void so_are_two_hundred_megabytes_of_marks_and_nothing_of_them_is_held() {
        agreed.restore();
        area.openRound(agreement);
        var row = area.list(Area.PRACTICE) + "," + "11111111-1111-4111-8111-111111111111,1\n";
        var large = "list_ref,family_ref,mark\n" + row.repeat(200_000_000 / row.length());
        var answer = area.as(Area.PRACTICE, "professional").send("POST", "/api/v1/marks", "text/csv", large);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("at most 50 MB");
        var form = test.signedIn(Area.PRACTICE, "professional").get("/marks");
        var page = form.upload(
                "main form", "marks.csv", large.substring(0, 55_000_000).getBytes(StandardCharsets.UTF_8));
        assertThat(page.status()).isEqualTo(413);
        assertThat(page.text()).contains("50 MB").doesNotContain("Exception");
        assertThat(test.count("select count(*) from health.draft")).isZero();
    }

    @Test
    void a_file_that_is_cut_off_on_its_way_changes_nothing() throws IOException {
        agreed.restore();
        assertThat(cutOff("/api/v1/families?gone=confirmed", area.coordinator(), HEADER + "F1,P1,,Anna,Smi"))
                .doesNotStartWith("HTTP/1.1 2")
                .doesNotContain("Exception");
        assertThat(families()).isEqualTo(12);
    }

    @Test
    void nor_do_marks_that_are_cut_off_at_the_end_of_a_row() throws IOException {
        agreed.restore();
        area.openRound(agreement);
        var list = area.list(Area.PRACTICE);
        var rows = new StringBuilder("list_ref,family_ref,mark\n");
        area.rows(Area.PRACTICE).stream()
                .map(row -> row[1])
                .distinct()
                .forEach(family -> rows.append(list + "," + family + ",1\n"));
        assertThat(cutOff("/api/v1/marks?declare=true", area.as(Area.PRACTICE, "professional"), rows.toString()))
                .doesNotStartWith("HTTP/1.1 2")
                .doesNotContain("Exception");
        assertThat(test.count("select count(*) from health.draft")).isZero();
        assertThat(test.count("select count(*) from health.declaration")).isZero();
    }

    /// Sends less than was announced, and answers what came back.
    private static String cutOff(String path, TestHub.Api as, String body) throws IOException {
        var address = URI.create(hub.address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var head =
                    "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nAuthorization: Bearer "
                            + as.bearer() + "\r\nContent-Length: 100000\r\n\r\n";
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void hostile_files_are_refused_whole_and_never_quoted() {
        agreed.restore();
        for (var csv : List.of(
                "",
                "\u0000\u0000\u0000",
                HEADER + "F1,P1,,\"Anna,Secretname",
                HEADER + "F1,P1,,Anna,Secretname,2004-03-05\n",
                HEADER + "F1,P1,1234567890123,Anna,Secretname,2004-02-31,female,SE15 1AA,A81001,no,burglary\n",
                "family_id;person_id\nF1;Secretname\n")) {
            var answer = importing(csv);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text())
                    .contains("families.csv")
                    .doesNotContain("Secretname")
                    .doesNotContain("Exception")
                    .doesNotContain("2004-02-31");
        }
        assertThat(families()).isEqualTo(12);
    }

    @Test
    void scripts_and_formulas_in_names_are_names() {
        agreed.restore();
        // A family that was not there before: under an old reference it would be somebody added later.
        var rows = Area.families(12)
                .replace("F3,P3", "F99,P99")
                .replace("Anna,Family3", "<script>alert(1)</script>,\"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
        Area.json(importing(rows));
        area.openRound(agreement);
        var coordinator = test.signedIn(Area.TEAM, "coordinator");
        var family = coordinator.get("/families").follow("F99");
        assertThat(family.text()).contains("<script>alert(1)</script>").contains("=HYPERLINK");
        assertThat(family.answer().text()).doesNotContain("<script>alert");
        var sheet = test.signedIn(Area.PRACTICE, "professional").get("/lists/" + area.list(Area.PRACTICE));
        assertThat(sheet.text()).contains("<script>alert(1)</script>");
        assertThat(sheet.answer().text()).doesNotContain("<script>alert");
    }

    @Test
    void a_button_that_is_pressed_twice_is_pressed_once() {
        agreed.restore();
        var coordinator = test.signedIn(Area.TEAM, "coordinator");
        var notice = coordinator.get("/notice");
        long before = test.count("select count(*) from shared.notice");
        var pressed = Stream.generate(() -> CompletableFuture.supplyAsync(() ->
                        notice.submit("main form[action='/notice']", form -> form.set("words", "Another notice."))))
                .limit(4)
                .toList();
        pressed.forEach(one -> assertThat(one.join().text()).contains("Another notice."));
        assertThat(test.count("select count(*) from shared.notice")).isEqualTo(before + 1);
    }

    @Test
    void the_same_round_opened_twice_by_key_is_one_round() {
        agreed.restore();
        var body = "{\"agreement\":\"" + agreement + "\",\"criteria\":1}";
        var both = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> area.coordinator().sendOnce("/api/v1/rounds", body, "round-of-november")))
                .limit(2)
                .toList();
        var rounds = both.stream()
                .map(one -> Area.json(one.join()).get("round").asString())
                .distinct();
        assertThat(rounds).hasSize(1);
        assertThat(test.count("select count(*) from shared.round")).isEqualTo(1);
        assertThat(area.coordinator()
                        .sendOnce("/api/v1/rounds", body.replace(":1}", ":2}"), "round-of-november")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void two_who_judge_one_list_do_not_overwrite_each_other_unseen() {
        agreed.restore();
        area.openRound(agreement);
        var path = "/lists/" + area.list(Area.PRACTICE);
        var one = test.signedIn(Area.PRACTICE, "professional").get(path);
        var other = test.signedIn(Area.PRACTICE, "service_lead").get(path);
        var families = one.document().select("[data-family]").eachAttr("data-family");
        var contested = "mark-" + families.get(0);
        var said = one.submit("#sheet", form -> form.set(contested, "priority"));
        assertThat(said.text()).contains("Your judgements are saved as a draft");
        var overtaken = other.submit(
                "#sheet", form -> form.set(contested, "not_priority").set("mark-" + families.get(1), "priority"));
        assertThat(overtaken.text()).contains("except 1 family that a colleague judged meanwhile");
        assertThat(judged(overtaken, families.get(0))).isEqualTo("priority");
        assertThat(judged(overtaken, families.get(1))).isEqualTo("priority");
        var put = area.as(Area.PRACTICE, "professional")
                .send(
                        "PUT",
                        "/api/v1" + path + "/judgements/" + families.get(0),
                        "application/json",
                        "{\"judgement\":\"not_priority\",\"was\":\"not_judged\"}");
        assertThat(put.status()).isEqualTo(409);
    }

    private static String judged(TestHub.Page sheet, String family) {
        return sheet.document()
                .expectFirst("input[name=mark-" + family + "][checked]")
                .val();
    }

    @Test
    void nobody_declares_without_a_registration_number() {
        agreed.restore();
        area.openRound(agreement);
        var list = area.list(Area.PRACTICE);
        var rows = area.rows(Area.PRACTICE);
        test.change("update staff.person set registration = null");
        var professional = area.as(Area.PRACTICE, "professional");
        var declared = professional.send("POST", "/api/v1/lists/" + list + "/declaration", "application/json", "");
        assertThat(declared.status()).isEqualTo(403);
        var csv = new StringBuilder("list_ref,family_ref,mark\n");
        rows.stream().map(row -> row[1]).distinct().forEach(family -> csv.append(list + "," + family + ",1\n"));
        assertThat(professional
                        .send("POST", "/api/v1/marks?declare=true", "text/csv", csv.toString())
                        .status())
                .isEqualTo(403);
        assertThat(test.count("select count(*) from health.declaration")).isZero();
        assertThat(test.signedIn(Area.PRACTICE, "professional")
                        .get("/lists/" + list + "/declaration")
                        .text())
                .contains("You cannot declare yet");
    }

    @Test
    void an_import_that_a_power_cut_stopped_is_done_when_the_hub_is_back() throws InterruptedException {
        agreed.restore();
        var file = Area.families(3_000).getBytes(StandardCharsets.UTF_8);
        try (var first = HubOfItsOwn.start(test.url())) {
            var who = area.credential(Area.TEAM, "coordinator");
            var browser = first.hub().browser();
            browser.get("/sign-in")
                    .submit(form -> form.set("name", who.username()).set("password", who.password()));
            var page = browser.upload(
                    "/families/import", browser.get("/families/import").csrf(), "families.csv", file);
            assertThat(page.uri().getPath()).startsWith("/families/imports/");
            first.kill();
        }
        assertThat(test.count("select count(*) from team.import where state = 'running'"))
                .isEqualTo(1);
        assertThat(families()).isEqualTo(12);
        try (var second = HubOfItsOwn.start(test.url())) {
            for (int i = 0; i < 300 && families() == 12; i++) {
                Thread.sleep(100);
            }
            JsonNode queue = Area.json(area.at(second.hub()).coordinator().get("/api/v1/queue"));
            assertThat(queue.size()).isEqualTo(3_000);
        }
        assertThat(test.count("select count(*) from team.import where state = 'done' and content is null"))
                .isEqualTo(1);
        assertThat(test.count("select count(*) from team.member where left_at is null"))
                .isEqualTo(6_000);
    }
}
