package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kinmark.hub.page.Moments;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Agreements through their versions: what is signed holds, what is drafted does not, and nobody signs unseen.
class AgreementTest {

    private static TestHub hub;
    private static Area area;

    @BeforeAll
    static void start() {
        hub = TestHub.start();
        area = Area.setUp(hub);
        area.importFamilies(12);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void ending_ends_what_is_signed_and_leaves_the_draft() {
        var agreement = area.agreementInForce();
        change(agreement, terms -> terms.put("title", "The next version"));
        assertThat(preview(agreement).get("refusals")).isEmpty();
        assertThat(coordinator()
                        .get("/agreements/" + agreement)
                        .follow("Version 1")
                        .submit("main form[action$=end]", form -> form)
                        .text())
                .contains("The agreement is ended")
                .contains("The next version");
        assertThat(states(agreement)).containsExactly("draft", "ended");
        assertThat(preview(agreement).get("refusals").toString()).contains("not in force today");
        Area.post(area.coordinator(), path(agreement) + "/end", "");
        assertThat(states(agreement)).containsExactly("draft", "ended");
    }

    @Test
    void what_nobody_signed_is_not_ended_but_discarded() {
        var agreement = draft(Area.terms());
        assertThat(send(path(agreement) + "/end", "").status()).isEqualTo(409);
        Area.post(area.coordinator(), path(agreement) + "/discard", "");
        assertThat(states(agreement)).isEmpty();
        assertThat(send(path(agreement) + "/discard", "").status()).isEqualTo(404);
    }

    @Test
    void a_draft_is_discarded_on_its_page_and_what_is_signed_stays() {
        var agreement = area.agreementInForce();
        var draft = coordinator().get("/agreements/" + agreement).submit("main form[action$=versions]", form -> form);
        assertThat(draft.submit("main form[action$=discard]", form -> form).text())
                .contains("The draft is discarded");
        assertThat(states(agreement)).containsExactly("in_force");
        assertThat(send(path(agreement) + "/discard", "").status()).isEqualTo(409);
    }

    @Test
    void a_party_accedes_while_a_draft_waits_and_the_next_version_keeps_it() {
        var agreement = signedWithout("asc");
        coordinator().get("/agreements/" + agreement).submit("main form[action$=versions]", form -> form);
        assertThat(send(path(agreement) + "/parties", "{\"unit\":\"asc\",\"why\":\"It knows adults\",\"min_age\":18}")
                        .status())
                .isEqualTo(201);
        assertThat(parties(agreement, 2)).hasSize(5);
        assertThat(parties(agreement, 1)).hasSize(5);
    }

    @Test
    void a_new_version_keeps_whoever_acceded() {
        var agreement = signedWithout("asc");
        Area.post(
                area.coordinator(),
                path(agreement) + "/parties",
                "{\"unit\":\"asc\",\"why\":\"It knows adults\",\"min_age\":18,\"districts\":[\"SE15\"]}");
        coordinator().get("/agreements/" + agreement).submit("main form[action$=versions]", form -> form);
        assertThat(parties(agreement, 2)).hasSize(5);
        assertThat(version(agreement, 2).get("terms").get("parties").toString())
                .contains("\"why\":\"It knows adults\",\"min_age\":18,\"max_age\":null,\"districts\":[\"SE15\"]");
    }

    @Test
    void a_version_that_is_to_begin_or_that_no_service_signed_does_not_stand_before_the_one_in_force() {
        var agreement = area.agreementInForce();
        change(agreement, terms -> terms.put("title", "Signed by the team alone"));
        sign(agreement);
        assertThat(preview(agreement).get("version").asInt()).isEqualTo(1);
        assertThat(preview(agreement).get("refusals")).isEmpty();
        change(agreement, terms -> terms.put("starts_on", inDays(40).toString()));
        sign(agreement);
        signAll(agreement);
        assertThat(preview(agreement).get("version").asInt()).isEqualTo(1);
        var choices = coordinator().get("/rounds/new").document().select("input[name=agreement]");
        assertThat(choices.eachAttr("value")).doesNotHaveDuplicates().contains(agreement);
        hub.moveOn(Duration.ofDays(41));
        assertThat(preview(agreement).get("version").asInt()).isEqualTo(3);
    }

    @Test
    void whoever_accedes_is_asked_about_the_ages_and_districts_of_its_entry() {
        var agreement = signedWithout("camhs");
        var page = coordinator().get("/agreements/" + agreement);
        var unit = page.document().select("select[name=unit] option").stream()
                .filter(option -> option.text().equals(Area.CAMHS))
                .findFirst()
                .orElseThrow()
                .val();
        UnaryOperator<TestHub.Form> filled =
                form -> form.set("unit", unit).set("why", "It knows children").set("districts", "se15, se22");
        var wrong = page.submit(
                "main form[action$=accession]",
                form -> filled.apply(form).set("minAge", "18").set("maxAge", "5"));
        assertThat(wrong.text()).contains("Enter ages from 0 to 130, the youngest first");
        assertThat(wrong.document().expectFirst("[name=districts]").val()).isEqualTo("se15, se22");
        wrong.submit(
                "main form[action$=accession]",
                form -> filled.apply(form).set("minAge", "").set("maxAge", "17"));
        assertThat(coordinator().get("/agreements/" + agreement).text()).contains("0 to 17 SE15, SE22");
    }

    @Test
    void a_party_that_cannot_accede_as_it_is_written_is_refused_by_its_fields() {
        var agreement = signedWithout("camhs");
        assertThat(refused(path(agreement) + "/parties", "{}"))
                .contains("unit:")
                .contains("why:");
        assertThat(refused(path(agreement) + "/parties", party("\"min_age\":200")))
                .contains("ages:");
        assertThat(refused(path(agreement) + "/parties", party("\"min_age\":18,\"max_age\":5")))
                .contains("ages:");
        assertThat(refused(path(agreement) + "/parties", party("\"districts\":[\"se15\"]")))
                .contains("districts:");
        assertThat(refused(path(agreement) + "/parties", party("\"districts\":[null]")))
                .contains("districts:");
        assertThat(parties(agreement, 1)).hasSize(4);
    }

    @Test
    void nobody_signs_what_was_changed_after_they_read_it() {
        var agreement = draft(Area.terms());
        var read = coordinator().get("/agreements/" + agreement);
        change(agreement, terms -> terms.put("retention_months", 24));
        var again = read.submit("main form[action$=signature]", form -> form);
        assertThat(again.text()).contains("Read the agreement again, then sign").contains("24 months");
        assertThat(states(agreement)).containsExactly("draft");
        again.submit("main form[action$=signature]", form -> form);
        assertThat(states(agreement)).containsExactly("signed");
    }

    @Test
    void a_service_signs_the_version_and_the_parties_that_it_read() {
        var agreement = signedWithout("asc");
        var read = lead(Area.CAMHS).get("/agreements/" + agreement);
        Area.post(area.coordinator(), path(agreement) + "/parties", "{\"unit\":\"asc\",\"why\":\"It knows adults\"}");
        assertThat(read.submit("main form[action$=signature]", form -> form).text())
                .contains("Read the agreement again, then sign")
                .contains(Area.SOCIAL_CARE);
        assertThat(read.submit("main form[action$=signature]", form -> form.set("version", ""))
                        .text())
                .contains("Read the agreement again, then sign");
        assertThat(version(agreement, 1).get("parties").toString()).doesNotContain("\"signed\":true");
    }

    @Test
    void by_api_a_version_may_be_named_and_another_than_the_newest_is_refused() {
        var agreement = draft(Area.terms());
        assertThat(send(path(agreement) + "/signatures", "{\"version\":2}").status())
                .isEqualTo(409);
        assertThat(send(path(agreement) + "/signatures", "{\"version\":1}").status())
                .isEqualTo(200);
        change(agreement, terms -> terms.put("title", "The second"));
        assertThat(send(path(agreement) + "/signatures", "{\"version\":1}").status())
                .isEqualTo(409);
        assertThat(send(path(agreement) + "/signatures", "{}").status()).isEqualTo(200);
        assertThat(states(agreement)).containsExactly("signed", "signed");
    }

    @Test
    void what_is_ended_is_signed_by_nobody() {
        var agreement = signedWithout("asc");
        var read = lead(Area.CAMHS).get("/agreements/" + agreement);
        Area.post(area.coordinator(), path(agreement) + "/end", "");
        assertThat(area.as(Area.CAMHS, "service_lead")
                        .send("POST", path(agreement) + "/signatures", "application/json", "")
                        .status())
                .isEqualTo(409);
        assertThat(read.submit("main form[action$=signature]", form -> form).text())
                .contains("This agreement is over");
    }

    @Test
    void an_indicator_that_got_another_meaning_meanwhile_is_not_signed_for() {
        var meaning = Area.terms().replace("\"asthma\"", "\"breath\"");
        var first = draft(meaning);
        var second = draft(meaning.replace("\"title\":\"breath\"", "\"title\":\"another\""));
        sign(first);
        var refused = send(path(second) + "/signatures", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("another meaning");
    }

    @Test
    void everything_that_is_signed_can_be_read() {
        var terms = (ObjectNode) JsonMapper.shared().readTree(Area.terms());
        ((ObjectNode) terms.get("indicators").get(0))
                .put("id", "perinatal")
                .put("title", "Perinatal")
                .put("sex", "female")
                .put("min_age", 16)
                .put("max_age", 50)
                .put("within_months", 24);
        terms.putObject("limits").put("families_in_round", 17);
        var agreement = draft(terms.toString());
        for (var page : List.of(
                coordinator().get("/agreements/" + agreement),
                signedIn(Area.TEAM, "caldicott_guardian").get("/agreements/" + agreement))) {
            assertThat(page.text())
                    .contains("Female")
                    .contains("Aged 16 to 50")
                    .contains("In the last 24 months")
                    .contains("35489007")
                    .contains("Families in a round 17")
                    .contains("Months after a family declined 12");
        }
    }

    @Test
    void no_round_outlives_its_agreement() {
        // Twenty days after it is in force; the round that is tried takes twenty-nine.
        var lastDay = inDays(48);
        var agreement = area.agreementInForce(Area.terms().replace("2041-09-30", lastDay.toString()));
        var refused = send("/api/v1/rounds", inTwentyNineDays(agreement));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("last day is " + Moments.day(lastDay));
        assertThat(preview(agreement).get("refusals").toString()).contains("last day");
        assertThat(preview(area.agreementInForce()).get("refusals")).isEmpty();
    }

    @Test
    void a_notice_is_withdrawn_by_api() {
        var lead = area.as(Area.AMHS, "service_lead");
        Area.post(lead, "/api/v1/notices", "{\"words\":\"Only for this test.\"}");
        assertThat(hub.browser().get("/notices").text()).contains("Only for this test.");
        Area.post(lead, "/api/v1/notices/withdrawal", "");
        assertThat(hub.browser().get("/notices").text()).doesNotContain("Only for this test.");
        Area.post(lead, "/api/v1/notices/withdrawal", "");
    }

    @Test
    void odd_bodies_are_answered_by_what_is_to_be_put_right() {
        var good = Area.terms();
        var agreement = draft(good);
        var odd = List.of(
                "null",
                "[]",
                "{}",
                "{\"title\":",
                good.replace("\"Riverside\"", "null"),
                good.replace("\"Riverside\"", "\"a\\u0000b\""),
                good.replace("\"Riverside\"", "\"a\\ud800b\""),
                good.replace("\"Riverside\"", "\"" + "x".repeat(100_000) + "\""),
                good.replace("\"Riverside\"", "{\"a\":1}"),
                good.replace("Public task", "\\u0000"),
                good.replace("Implied, one bit", "\\udc00"),
                good.replace("2040-10-01", "+999999999-01-01"),
                good.replace("2040-10-01", "2040-02-30"),
                good.replaceFirst("\"indicators\":\\[", "\"indicators\":[null,"),
                good.replaceFirst("\"parties\":\\[", "\"parties\":[null,"),
                good.replaceFirst("\"indicators\":\\[.*?}]", "\"indicators\":null"),
                good.replaceFirst("\"parties\":\\[.*?}]", "\"parties\":null"),
                good.replaceFirst("\"35489007\"", "null"),
                good.replaceFirst("\"35489007\"", "\"local|\\\\u0000\""),
                good.replaceFirst("\"group\":\"[a-z_]*\"", "\"group\":\"\\\\u0000\""),
                good.replaceFirst("\"It could know them\"", "\"\\\\u0001\""),
                good.replaceFirst("\"gp-1\"", "\"camhs\""),
                good.replaceFirst("\"gp-1\"", "\"\\\\u0000\""),
                good.replace("\"retention_months\":12", "\"retention_months\":0"),
                good.replace("\"retention_months\":12", "\"retention_months\":null"),
                good.replace("\"retention_months\":12", "\"retention_months\":1e99"),
                good.replaceFirst("\"caps\":\\{.*?}", "\"caps\":null"),
                good.replace("\"retention_months\"", "\"limits\":{\"services_asked\":null},\"retention_months\""),
                good.replace("\"retention_months\"", "\"limits\":{\"\":3},\"retention_months\""),
                good.replace("\"retention_months\"", "\"limits\":[1],\"retention_months\""),
                good.replace("\"max_age\":17", "\"max_age\":200"),
                good.replace("\"max_age\":17", "\"min_age\":-1"),
                good.replace("\"max_age\":17", "\"districts\":[null]"),
                good.replace("\"max_age\":17", "\"districts\":[\"SE15\\u0000\"]"));
        for (var body : odd) {
            refusedOrUnread("POST", "/api/v1/agreements", body);
            refusedOrUnread("PUT", path(agreement), body);
        }
        sign(agreement);
        for (var body : List.of(
                "null",
                "[]",
                "{\"unit\":null,\"why\":null}",
                "{\"unit\":\"\\u0000\",\"why\":\"x\"}",
                "{\"unit\":\"camhs\",\"why\":\"\\u0000\"}",
                "{\"unit\":\"camhs\",\"why\":\"" + "x".repeat(100_000) + "\"}",
                "{\"unit\":\"camhs\",\"why\":\"x\",\"districts\":{}}",
                "{\"unit\":\"camhs\",\"why\":\"x\",\"districts\":[\"\\ud800\"]}")) {
            refusedOrUnread("POST", path(agreement) + "/parties", body);
        }
        for (var body : List.of(
                "null",
                "{}",
                "{\"words\":null}",
                "{\"words\":\" \"}",
                "{\"words\":\"\\u0000\"}",
                "{\"words\":\"\\ud800\"}",
                "{\"words\":\"" + "x".repeat(100_000) + "\"}")) {
            refusedOrUnread("POST", "/api/v1/notices", body);
        }
    }

    @Test
    void a_service_named_twice_in_two_ways_is_one() {
        var agreement = draft(Area.terms());
        var id = version(agreement, 1)
                .get("terms")
                .get("parties")
                .get(1)
                .get("unit")
                .asString();
        assertThat(refused("/api/v1/agreements", Area.terms().replace("\"gp-1\"", "\"" + id + "\"")))
                .contains("parties[1].unit: this service is a party already");
    }

    @Test
    void settings_looser_than_the_floor_are_refused() {
        var looser = Area.terms()
                .replace("\"retention_months\"", "\"limits\":{\"families_in_round\":9},\"retention_months\"");
        assertThat(refused("/api/v1/agreements", looser)).contains("limits.families_in_round: give at least 10");
        var agreement = draft(Area.terms());
        var page = coordinator().get("/agreements/" + agreement + "/checks");
        assertThat(page.submit(form -> form.set("families_in_round", "9")).text())
                .contains("Enter at least the number under which no agreement may go");
        assertThat(page.submit(form -> form.set("families_in_round", "x")).text())
                .contains("Enter at least the number under which no agreement may go");
        assertThat(version(agreement, 1).get("terms").get("limits").toString()).doesNotContain("9");
    }

    @Test
    void what_waits_is_told_to_whoever_can_do_it() {
        var agreement = draft(Area.terms()
                .replace("Riverside", "Waiting for all")
                .replace("2041-09-30", inDays(60).toString()));
        assertThat(signedIn(Area.TEAM, "caldicott_guardian").get("/").text())
                .contains("Read and sign “Waiting for all”");
        assertThat(coordinator().get("/").text()).contains("Finish and sign “Waiting for all”");
        sign(agreement);
        assertThat(coordinator().get("/").text()).contains("“Waiting for all” is near its end");
        for (var role : List.of("service_lead", "caldicott_guardian")) {
            assertThat(signedIn(Area.CAMHS, role).get("/").text()).contains("Read and sign “Waiting for all”");
        }
        var later = draft(Area.terms()
                .replace("Riverside", "Not so near")
                .replace("2041-09-30", inDays(61).toString()));
        sign(later);
        assertThat(coordinator().get("/").text()).doesNotContain("“Not so near” is near its end");
    }

    private static String party(String more) {
        return "{\"unit\":\"camhs\",\"why\":\"It knows children\"," + more + "}";
    }

    private static void refusedOrUnread(String method, String path, String body) {
        var answer = area.coordinator().send(method, path, "application/json", body);
        assertThat(answer.status())
                .as(method + " " + path + " " + body.substring(0, Math.min(200, body.length())))
                .isIn(400, 422);
        if (answer.status() == 422) {
            assertThat(Area.json(new TestHub.Answer(200, answer.type(), answer.bytes(), answer.headers()))
                            .get("mistakes"))
                    .isNotEmpty();
        }
    }

    private static String refused(String path, String body) {
        var answer = send(path, body);
        assertThat(answer.status()).isEqualTo(422);
        return answer.text();
    }

    private static TestHub.Answer send(String path, String body) {
        return area.coordinator().send("POST", path, "application/json", body);
    }

    private static String path(String agreement) {
        return "/api/v1/agreements/" + agreement;
    }

    private static String draft(String terms) {
        return Area.post(area.coordinator(), "/api/v1/agreements", terms)
                .get("agreement")
                .asString();
    }

    private static void sign(String agreement) {
        Area.post(area.coordinator(), path(agreement) + "/signatures", "");
    }

    private static void signAll(String agreement) {
        Area.SERVICES.forEach(
                service -> Area.post(area.as(service, "service_lead"), path(agreement) + "/signatures", ""));
    }

    /// Signed by the team, with all services but one.
    private static String signedWithout(String unit) {
        var terms = (ObjectNode) JsonMapper.shared().readTree(Area.terms());
        var others = terms.putArray("parties");
        JsonMapper.shared().readTree(Area.terms()).get("parties").forEach(party -> {
            if (!party.get("unit").asString().equals(unit)) {
                others.add(party);
            }
        });
        var agreement = draft(terms.toString());
        sign(agreement);
        return agreement;
    }

    private static void change(String agreement, UnaryOperator<ObjectNode> how) {
        var terms = how.apply((ObjectNode) JsonMapper.shared().readTree(Area.terms()));
        Area.json(area.coordinator().send("PUT", path(agreement), "application/json", terms.toString()));
    }

    private static List<JsonNode> versions(String agreement) {
        return StreamSupport.stream(
                        Area.json(area.coordinator().get("/api/v1/agreements")).spliterator(), false)
                .filter(one -> one.get("agreement").asString().equals(agreement))
                .sorted(java.util.Comparator.comparingInt(
                        (JsonNode one) -> -one.get("version").asInt()))
                .toList();
    }

    private static List<String> states(String agreement) {
        return versions(agreement).stream()
                .map(one -> one.get("state").asString())
                .toList();
    }

    private static JsonNode version(String agreement, int version) {
        return versions(agreement).stream()
                .filter(one -> one.get("version").asInt() == version)
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> parties(String agreement, int version) {
        return List.copyOf(version(agreement, version).get("parties").values());
    }

    private static JsonNode preview(String agreement) {
        return Area.post(area.coordinator(), "/api/v1/rounds/preview", inTwentyNineDays(agreement));
    }

    private static String inTwentyNineDays(String agreement) {
        return "{\"agreement\":\"" + agreement + "\",\"criteria\":1,\"closes_at\":\""
                + hub.now().plus(Duration.ofDays(14)) + "\",\"second_closes_at\":\""
                + hub.now().plus(Duration.ofDays(28)) + "\",\"releases_at\":\""
                + hub.now().plus(Duration.ofDays(29)) + "\"}";
    }

    private static LocalDate inDays(int days) {
        return Moments.dayOf(hub.now()).plusDays(days);
    }

    private static TestHub.Browser coordinator() {
        return signedIn(Area.TEAM, "coordinator");
    }

    private static TestHub.Browser lead(String unit) {
        return signedIn(unit, "service_lead");
    }

    private static TestHub.Browser signedIn(String unit, String role) {
        var known = area.credential(unit, role);
        var browser = hub.browser();
        browser.get("/sign-in")
                .submit(form -> form.set("name", known.username()).set("password", known.password()));
        return browser;
    }
}
