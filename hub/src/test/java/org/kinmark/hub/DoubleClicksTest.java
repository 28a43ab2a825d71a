package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every button of the pages of agreements, imports, rounds and lists, pressed twice at once: one effect, and both
/// presses arrive where the first went.
class DoubleClicksTest {

    private static final String RUTH = "F90,P90,,Ruth,Alone,2004-03-05,female,SE15 1AA,A81001,no,worklessness\n";

    private static TestArea test;
    private static Area area;
    private static String agreement;
    private static Snapshot agreed;

    @BeforeAll
    static void start() {
        test = TestArea.start();
        area = test.area();
        agreement = area.agreementInForce();
        importing(Area.families(12) + RUTH);
        agreed = test.snapshot("agreed");
    }

    @AfterAll
    static void stop() {
        test.close();
    }

    @BeforeEach
    void again() {
        agreed.restore();
    }

    private static void importing(String csv) {
        Area.json(area.coordinator().send("POST", "/api/v1/families", "text/csv", csv));
    }

    /// Presses twice at once. Where the act is counted by its entry in either audit, there is one more of it.
    private static TestHub.Page twice(String act, Function<Integer, TestHub.Page> press) {
        long before = entries(act);
        var pressed = Stream.of(1, 2)
                .map(number -> CompletableFuture.supplyAsync(() -> press.apply(number)))
                .toList();
        var pages = pressed.stream().map(CompletableFuture::join).toList();
        for (var page : pages) {
            assertThat(page.status()).as(act + ": " + page.text()).isEqualTo(200);
            assertThat(page.document().select(".govuk-error-summary")).as(act).isEmpty();
            assertThat(page.uri()).as(act).isEqualTo(pages.getFirst().uri());
        }
        assertThat(entries(act)).as(act).isEqualTo(before + 1);
        return pages.getFirst();
    }

    private static TestHub.Page twice(String act, TestHub.Page page, String form, String... fields) {
        return twice(
                act,
                _ -> page.submit(form, filled -> {
                    for (int i = 0; i < fields.length; i += 2) {
                        filled.set(fields[i], fields[i + 1]);
                    }
                    return filled;
                }));
    }

    private static long entries(String act) {
        return test.count("select (select count(*) from team.audit where act = '" + act
                + "') + (select count(*) from health.audit where act = '" + act + "')");
    }

    private static TestHub.Browser coordinator() {
        return test.signedIn(Area.TEAM, "coordinator");
    }

    @Test
    void of_agreements() {
        var coordinator = coordinator();
        var draft = twice(
                "agreement_drafted",
                coordinator.get("/agreements/new"),
                "main form",
                "title",
                "Another",
                "starts-day",
                "1",
                "starts-month",
                "10",
                "starts-year",
                "2040",
                "ends-day",
                "30",
                "ends-month",
                "9",
                "ends-year",
                "2041");
        var path = draft.uri().getPath();
        assertThat(test.count("select count(*) from shared.agreement")).isEqualTo(2);
        twice("agreement_changed", coordinator.get(path + "/about"), "main form", "title", "Yet another");
        for (var one : List.of("Low mood/mind", "Gambling/habits", "Epilepsy/body", "Deafness/senses")) {
            twice(
                    "agreement_changed",
                    coordinator.get(path + "/indicators"),
                    "main form[action$=indicators]",
                    "title",
                    one.split("/")[0],
                    "group",
                    one.split("/")[1]);
        }
        twice("agreement_changed", coordinator.get(path + "/indicators"), "main form[action$=removal]");
        var file = coordinator.get(path + "/indicators");
        var indicators = "{\"agreement_ref\":\"a\",\"title\":\"t\",\"as_of\":\"2040-10-01\",\"indicators\":["
                + Stream.of("low/x", "bets/y", "fits/z")
                        .map(one -> one.split("/"))
                        .map(
                                one -> "{\"id\":\"" + one[0] + "\",\"title\":\"" + one[0] + "\",\"group\":\"" + one[1]
                                        + "\",\"codes\":[],\"within_months\":null,\"min_age\":null,\"max_age\":null,\"sex\":null}")
                        .collect(java.util.stream.Collectors.joining(","))
                + "]}";
        twice(
                "agreement_changed",
                _ -> file.upload(
                        "main form[action$=file]", "agreement.json", indicators.getBytes(StandardCharsets.UTF_8)));
        var parties = coordinator.get(path + "/parties");
        var services = parties.document().select("input[name=unit]").eachAttr("value");
        twice(
                "agreement_changed",
                _ -> parties.submit(
                        "main form[action$=parties]",
                        form -> form.set("unit", services.toArray(String[]::new))
                                .set("why", "They could know them")));
        twice("agreement_changed", coordinator.get(path + "/parties"), "main form[action$=removal]");
        twice(
                "agreement_changed",
                coordinator.get(path + "/amounts"),
                "main form",
                "families",
                "100",
                "onOneList",
                "100",
                "retention",
                "12");
        twice(
                "agreement_changed",
                coordinator.get(path + "/bases"),
                "main form",
                "dataProtection",
                "Public task",
                "confidentiality",
                "One bit");
        twice("agreement_changed", coordinator.get(path + "/checks"), "main form", "families_in_round", "12");
        twice("agreement_signed", coordinator.get(path), "main form[action$=signature]");
        var absent = coordinator.get(path).document().select("#unit option").attr("value");
        twice("party_acceded", coordinator.get(path), "main form[action$=accession]", "unit", absent, "why", "Later");
        var lead = test.signedIn(Area.CAMHS, "service_lead");
        twice("agreement_signed", lead.get(path), "main form[action$=signature]");
        twice("agreement_drafted", coordinator.get(path), "main form[action$=versions]");
        twice("agreement_discarded", coordinator.get(path), "main form[action$=discard]");
        twice("agreement_ended", coordinator.get(path), "main form[action$=end]");
        twice("notice_published", coordinator.get("/notice"), "main form[action='/notice']", "words", "We tell you.");
        twice("notice_withdrawn", coordinator.get("/notice"), "main form[action='/notice/withdrawal']");
    }

    @Test
    void of_families() {
        var coordinator = coordinator();
        var form = coordinator.get("/families/import");
        var without = Area.families(12).replaceAll("(?m)^F11,.*\n", "");
        var waiting = twiceImported(form, without, 0);
        var page = coordinator.get(waiting.uri().getPath());
        for (int i = 0; i < 100 && !page.text().contains("Have these left?"); i++) {
            page = coordinator.get(page.uri().getPath());
        }
        var confirming = page;
        twicePressed(() -> confirming.submit("main form[action$=confirmation]", filled -> filled));
        settled(coordinator, confirming);
        assertThat(entries("families_imported")).isEqualTo(2);
        var twoRows = Area.families(12)
                .replace("F3,P3b", "F3,P3c,,Anna,Family3,2004-03-05,female,SE15 1AA,A81001,no,\nF3,P3b");
        var taken = twiceImported(coordinator.get("/families/import"), twoRows, 1);
        settled(coordinator, taken);
        var family = coordinator.get("/families").follow("F3");
        twice("entries_merged", family, "main form[action$=merge]");
        importing(twoRows + "F4,P4c,,Zoe,Newcomer,2030-01-09,female,SE15 1AA,A81001,no,\n");
        twice(
                "second_source_recorded",
                coordinator.get("/families").follow("F4"),
                "main form[action$=second-source]",
                "member",
                "P4c",
                "source",
                "The school",
                "on-day",
                "1",
                "on-month",
                "10",
                "on-year",
                "2040");
        twice("declining_recorded", coordinator.get("/families").follow("F5"), "main form[action$=declining]");
        var given = twiceImported(coordinator.get("/families/import"), Area.families(3), 2);
        settled(coordinator, given);
        var giving = coordinator.get(given.uri().getPath());
        twicePressed(() -> giving.submit("main form[action$=end]", filled -> filled));
        assertThat(coordinator.get(given.uri().getPath()).text()).contains("given up");
        assertThat(test.count("select count(*) from team.import where state = 'running'"))
                .isZero();
    }

    /// One import more, wherever both presses arrive.
    private static TestHub.Page twiceImported(TestHub.Page form, String csv, long before) {
        var pages = twicePressed(() -> form.upload("main form", "families.csv", csv.getBytes(StandardCharsets.UTF_8)));
        assertThat(test.count("select count(*) from team.import")).isEqualTo(before + 1);
        return pages.getFirst();
    }

    private static List<TestHub.Page> twicePressed(java.util.function.Supplier<TestHub.Page> press) {
        var pages = Stream.generate(() -> CompletableFuture.supplyAsync(press)).limit(2).toList().stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(pages).allMatch(page -> page.status() == 200);
        assertThat(pages.getLast().uri()).isEqualTo(pages.getFirst().uri());
        return pages;
    }

    private static void settled(TestHub.Browser browser, TestHub.Page at) {
        for (int i = 0; i < 200 && browser.get(at.uri().getPath()).text().contains("is being imported"); i++) {
            Thread.onSpinWait();
        }
    }

    @Test
    void of_rounds() {
        var coordinator = coordinator();
        var asking = coordinator.get("/waivers/new?agreement=" + agreement + "&criteria=1&failed=members");
        var family = asking.document().select("input[name=family]").attr("value");
        var label = asking.document().select("label").stream()
                .filter(one -> one.text().contains(Area.COMMUNITY))
                .findFirst()
                .orElseThrow();
        var guardian = asking.document().select("#" + label.attr("for")).val();
        twicePressed(() -> asking.submit(
                "main form",
                form -> form.set("family", family).set("guardian", guardian).set("reason", "There is no other way")));
        assertThat(test.count("select count(*) from shared.waiver")).isEqualTo(1);
        var guardians = test.home(Area.COMMUNITY, "caldicott_guardian");
        var deciding = guardians
                .browser()
                .get(guardians.document().select("main a[href^='/waivers/']").attr("href"));
        twice("waiver_decided", deciding, "main form", "decision", "refuse", "reason", "It names somebody");
        var check = coordinator.get(previewOf(agreement));
        var round = twice("round_opened", check, "main form[action='/rounds']");
        assertThat(round.uri().getPath()).startsWith("/rounds/");
        assertThat(test.count("select count(*) from shared.round")).isEqualTo(1);
    }

    private static String previewOf(String agreement) {
        return "/rounds/new?agreement=" + agreement + "&criteria=1&closes-day=1&closes-month=12&closes-year=2040"
                + "&second-day=15&second-month=12&second-year=2040&releases-day=16&releases-month=12&releases-year=2040";
    }

    @Test
    void of_lists() {
        area.openRound(agreement);
        var path = "/lists/" + area.list(Area.PRACTICE);
        var professional = test.signedIn(Area.PRACTICE, "professional");
        var sheet = professional.get(path);
        var families = sheet.document().select("[data-family]").eachAttr("data-family");
        var saved = twice("draft_saved", sheet, "#sheet", "mark-" + families.get(0), "priority");
        var again = saved.submit("#sheet", form -> form.set("mark-" + families.get(1), "priority"));
        for (var undone : twicePressed(() -> again.submit("#sheet", path + "/undo", form -> form))) {
            assertThat(undone.text())
                    .doesNotContain("There is no change of yours")
                    .contains("11 of 12 not judged");
        }
        var sheetAgain = professional.get(path);
        var declaring = twicePressed(() -> sheetAgain.submit("#sheet", form -> form.set("declare", "yes")))
                .getFirst();
        var declared = twice("declared", declaring, "main form");
        twice("declaration_withdrawn", declared, "main form[action$=withdrawal]");
        var list = area.list(Area.PRACTICE);
        upload(professional, list, "1").forEach(page -> assertThat(page.text()).contains("Other judgements are held"));
        var shown = upload(professional, list, "1").getFirst();
        var replaced = twicePressed(() -> shown.submit("main form", form -> form));
        assertThat(replaced).allMatch(page -> page.uri().getPath().equals(path));
        assertThat(professional.get(path).text()).contains("0 of 12 not judged");
        var same = upload(professional, list, "1");
        assertThat(same).allMatch(page -> page.uri().getPath().equals(path));
    }

    private static List<TestHub.Page> upload(TestHub.Browser browser, String list, String mark) {
        var csv = new StringBuilder("list_ref,family_ref,mark\n");
        area.rowsKept(Area.PRACTICE).forEach(family -> csv.append(list + "," + family + "," + mark + "\n"));
        var form = browser.get("/marks");
        return twicePressed(
                () -> form.upload("main form", "marks.csv", csv.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
