package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kinmark.hub.database.DemonstrationClock;
import org.kinmark.hub.database.DemonstrationIds;
import org.kinmark.hub.release.Clockwork;

/// Rule 4: a person says no, on the public form, at a health service or to the team; what each list, each
/// judgement, the mark and each side's pages are from then on.
class ObjectionTest {

    private static final List<String> ALL =
            List.of(Area.PRACTICE, Area.CAMHS, Area.AMHS, Area.COMMUNITY, Area.SOCIAL_CARE);

    private static TestArea test;
    private static TestHub hub;
    private static Area area;
    private static String agreement;
    private static Instant begunAt;
    private static Snapshot begun;
    private static int tests;

    @BeforeAll
    static void start() {
        test = TestArea.start();
        hub = test.hub();
        area = test.area();
        agreement = area.agreementInForce();
        Area.json(area.coordinator().send("POST", "/api/v1/families", "text/csv", families()));
        begunAt = hub.now();
        begun = test.snapshot("begun");
    }

    @AfterAll
    static void stop() {
        test.close();
    }

    @BeforeEach
    void begin() {
        tests++;
        again();
    }

    private static void again() {
        var clockwork = hub.part(Clockwork.class);
        synchronized (clockwork) {
            begun.restore();
            hub.part(DemonstrationClock.class).standAt(begunAt);
        }
        // Whoever used the form in another test did so long ago.
        hub.moveOn(Duration.ofHours(2L * tests));
    }

    /// Twelve families of a mother and a son, no two people of whom could be taken for one.
    private static String families() {
        return "family_id,person_id,nhs_number,given_name,family_name,birth_date,sex,postcode,gp_practice,shielded,"
                + "criteria\n"
                + IntStream.range(0, 12)
                        .mapToObj(i -> "F" + i + ",P" + i + "a," + (i == 5 ? "9434765919" : "") + ",Anna,Family" + i
                                + ",20" + (i < 6 ? "04" : "03") + "-03-" + (10 + i) + ",female,SE15 1A"
                                + (char) ('A' + i) + ",A81001,no,worklessness\nF" + i + ",P" + i + "b,,Bob,Family" + i
                                + ",2029-07-" + (10 + i) + ",male,SE15 1A" + (char) ('A' + i) + ",A81001,no,\n")
                        .collect(Collectors.joining());
    }

    private static String born(int i) {
        return i < 6 ? "2004" : "2003";
    }

    /// The mother of a family objects on the public form.
    private static TestHub.Page onTheForm(int family) {
        return onTheForm(
                Map.of("family-name", "Family" + family, "born-day", "" + (10 + family), "born-year", born(family)));
    }

    private static TestHub.Page onTheForm(Map<String, String> said) {
        var form = new LinkedHashMap<>(Map.of(
                "by", "self",
                "given-name", "Anna",
                "family-name", "Nobody",
                "born-day", "1",
                "born-month", "3",
                "born-year", "2004",
                "postcode", "",
                "nhs-number", ""));
        form.putAll(said);
        return hub.browser().get("/objection").submit(filled -> {
            form.forEach(filled::set);
            return filled;
        });
    }

    private static TestHub.Answer atHealth(String service, int family, String given, String year, String by) {
        return area.as(service, "professional")
                .send(
                        "POST",
                        "/api/v1/objections",
                        "application/json",
                        "{\"by\":\"" + by + "\",\"given_name\":\"" + given + "\",\"family_name\":\"Family" + family
                                + "\",\"birth_date\":\"" + year + "-" + (given.equals("Bob") ? "07" : "03") + "-"
                                + (10 + family) + "\"}");
    }

    private static TestHub.Answer toTheTeam(String path, int family, String member, String by) {
        return area.coordinator()
                .send(
                        "POST",
                        "/api/v1/family-objections" + path,
                        "application/json",
                        "{\"family\":\"F" + family + "\",\"person\":\"P" + family + member + "\",\"by\":\"" + by
                                + "\"}");
    }

    private static void due() {
        hub.part(Clockwork.class).whatIsDue();
    }

    private static List<String> people(String service) {
        return area.rows(service).stream().map(row -> row[4] + " " + row[5]).toList();
    }

    private static Map<String, String> results(String round) {
        var results = new TreeMap<String, String>();
        Area.json(area.coordinator().get("/api/v1/rounds/" + round + "/released"))
                .get("families")
                .forEach(one -> results.put(
                        one.get("family").asString(), one.get("result").asString()));
        return results;
    }

    /// All that the team can see of a round before and after it is opened, without what changes from one
    /// moment to the next.
    private static List<String> seenByTheTeam() {
        var seen = new ArrayList<String>();
        hub.part(DemonstrationIds.class).ofTheTeamFrom(7);
        var coordinator = area.coordinator();
        seen.add(coordinator
                .send(
                        "POST",
                        "/api/v1/rounds/preview",
                        "application/json",
                        "{\"agreement\":\"" + agreement + "\",\"criteria\":1}")
                .text());
        var round = area.openRound(agreement);
        due();
        seen.add(round);
        var browser = test.signedIn(Area.TEAM, "coordinator");
        for (var path : List.of("/rounds", "/rounds/" + round, "/families", "/queue", "/")) {
            seen.add(browser.get(path)
                    .document()
                    .expectFirst("main")
                    .outerHtml()
                    .replaceAll("value=\"[^\"]{30,}\"", ""));
        }
        seen.add(area.as(Area.TEAM, "information_governance_lead")
                .get("/api/v1/audit")
                .text());
        seen.add(test.text("select string_agg(family || person_id || service || decision_row, ' '"
                + " order by family, person_id, service) from team.listing"));
        seen.add(test.text("select string_agg(family || explanations::text, ' ' order by position) from team.asked"));
        return seen;
    }

    @Test
    void whoever_objected_on_the_form_or_at_a_service_is_left_off_every_list_and_the_team_sees_the_same() {
        var without = seenByTheTeam();
        assertThat(people(Area.PRACTICE)).contains("Anna Family3", "Bob Family4");
        again();
        assertThat(onTheForm(3).text()).contains("We have written down your no");
        Area.json(atHealth(Area.AMHS, 4, "Bob", "2029", "parental_responsibility"));
        var with = seenByTheTeam();
        assertThat(with).isEqualTo(without);
        for (var service : ALL) {
            assertThat(people(service)).as(service).isNotEmpty().doesNotContain("Anna Family3", "Bob Family4");
        }
        assertThat(people(Area.PRACTICE))
                .contains("Bob Family3", "Anna Family4")
                .hasSize(22);
        // Nobody of family 3 is left at a service for adults: its list does not name that family.
        assertThat(people(Area.AMHS)).hasSize(11);
        assertThat(test.text("select count(*) from release.map m join shared.unit u on u.id = m.unit where u.name = '"
                        + Area.AMHS + "'"))
                .isEqualTo("11");
        assertThat(test.text("select string_agg(distinct act || ' ' || decision || ' ' || decision_row, ',')"
                        + " from health.audit where act = 'left_off'"))
                .isEqualTo("left_off withhold L6");
        assertThat(test.text("select count(*) from team.audit where act in ('left_off', 'objection_recorded')"))
                .isEqualTo("0");
    }

    @Test
    void a_list_that_is_out_goes_out_again_without_them_and_their_family_is_judged_anew() {
        var round = area.openRound(agreement);
        var before = area.list(Area.PRACTICE);
        var rows = area.rows(Area.PRACTICE);
        area.mark(Area.PRACTICE, "Family1", "Family2");
        area.mark(Area.CAMHS);
        area.mark(Area.COMMUNITY);
        onTheForm(1);
        due();
        var now = area.list(Area.PRACTICE);
        assertThat(now).isNotEqualTo(before);
        var list = Area.json(area.as(Area.PRACTICE, "professional").get("/api/v1/lists"))
                .get(0);
        assertThat(list.get("declared").asBoolean()).as("declarations stand").isTrue();
        assertThat(people(Area.PRACTICE)).doesNotContain("Anna Family1").contains("Bob Family1");
        assertThat(area.rows(Area.PRACTICE).stream().map(row -> row[1] + row[2]).toList())
                .as("other references stay")
                .isSubsetOf(rows.stream().map(row -> row[1] + row[2]).toList());
        // A service that was not sent her has its list as it was.
        var marks = test.signedIn(Area.PRACTICE, "professional").get("/lists/" + now + "/marks.csv");
        assertThat(marks.answer().text()).contains(now).containsOnlyOnce(",1\n");
        test.moveOn(Duration.ofDays(29));
        assertThat(results(round)).containsEntry("F1", "no_signal").containsEntry("F2", "health_priority");
    }

    @Test
    void a_list_of_a_service_that_was_not_sent_them_stays_as_it_was() {
        area.openRound(agreement);
        var before = area.list(Area.CAMHS);
        onTheForm(1);
        due();
        assertThat(area.list(Area.CAMHS)).isEqualTo(before);
    }

    @Test
    void marks_under_the_old_reference_count_for_the_other_families_and_not_for_theirs() {
        var round = area.openRound(agreement);
        var old = file(Area.PRACTICE, List.of("Family1", "Family2"));
        area.mark(Area.CAMHS);
        area.mark(Area.COMMUNITY);
        onTheForm(1);
        due();
        var professional = area.as(Area.PRACTICE, "professional");
        var taken = professional.send("POST", "/api/v1/marks?declare=true", "text/csv", old);
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(professional
                        .send("POST", "/api/v1/marks?declare=true", "text/csv", old)
                        .status())
                .as("the same again")
                .isEqualTo(200);
        test.moveOn(Duration.ofDays(29));
        assertThat(results(round)).containsEntry("F1", "no_signal").containsEntry("F2", "health_priority");
    }

    @Test
    void judged_again_on_the_new_list_the_family_counts_whatever_the_old_file_said() {
        var round = area.openRound(agreement);
        var old = area.list(Area.PRACTICE);
        var family = reference("Family1");
        area.mark(Area.CAMHS);
        area.mark(Area.COMMUNITY);
        onTheForm(1);
        due();
        var professional = area.as(Area.PRACTICE, "professional");
        var judgement = "{\"judgement\":\"priority\"}";
        var late = professional.send(
                "PUT", "/api/v1/lists/" + old + "/judgements/" + family, "application/json", judgement);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("objected");
        var other = professional.send(
                "PUT", "/api/v1/lists/" + old + "/judgements/" + reference("Family2"), "application/json", judgement);
        assertThat(other.status()).isEqualTo(200);
        Area.json(professional.send(
                "PUT",
                "/api/v1/lists/" + area.list(Area.PRACTICE) + "/judgements/" + family,
                "application/json",
                judgement));
        Area.json(professional.send("POST", "/api/v1/lists/" + old + "/declaration", "application/json", ""));
        test.moveOn(Duration.ofDays(29));
        assertThat(results(round)).containsEntry("F1", "health_priority").containsEntry("F2", "health_priority");
    }

    @Test
    void a_second_objection_gives_another_reference_and_no_older_one_counts_for_either() {
        var round = area.openRound(agreement);
        var first = file(Area.PRACTICE, List.of("Family1", "Family2", "Family3"));
        area.mark(Area.CAMHS);
        area.mark(Area.COMMUNITY);
        onTheForm(1);
        due();
        var second = file(Area.PRACTICE, List.of("Family1", "Family2", "Family3"));
        onTheForm(2);
        due();
        var professional = area.as(Area.PRACTICE, "professional");
        Area.json(professional.send("POST", "/api/v1/marks", "text/csv", second));
        assertThat(professional
                        .send("POST", "/api/v1/marks?declare=true&replace=true", "text/csv", first)
                        .status())
                .isEqualTo(200);
        test.moveOn(Duration.ofDays(29));
        assertThat(results(round))
                .as("judged on the list between the two, and on none since")
                .containsEntry("F1", "health_priority")
                .containsEntry("F2", "no_signal")
                .containsEntry("F3", "health_priority");
    }

    @Test
    void after_the_closing_what_was_judged_of_their_family_counts_for_nothing() {
        var round = area.openRound(agreement);
        for (var service : List.of(Area.PRACTICE, Area.CAMHS, Area.COMMUNITY)) {
            area.mark(service, "Family1", "Family2");
        }
        test.moveOn(Duration.ofDays(20));
        // Both of family 1, so that no service is left that was sent somebody else of it.
        onTheForm(1);
        Area.json(atHealth(Area.CAMHS, 1, "Bob", "2029", "self"));
        hub.moveOn(Duration.ofDays(9));
        due();
        assertThat(results(round)).containsEntry("F1", "no_signal").containsEntry("F2", "health_priority");
        assertThat(test.text("select string_agg(distinct decision_row, ',') from health.audit where act = 'left_off'"))
                .isEqualTo("M6");
    }

    @Test
    void an_objection_at_the_last_moment_is_not_overtaken_by_the_release() {
        var round = area.openRound(agreement);
        for (var service : List.of(Area.PRACTICE, Area.CAMHS, Area.COMMUNITY)) {
            area.mark(service, "Family1");
        }
        test.moveOn(Duration.ofDays(20));
        var clockwork = hub.part(Clockwork.class);
        synchronized (clockwork) {
            // Nobody looks between the objection and the release.
            onTheForm(1);
            Area.json(atHealth(Area.CAMHS, 1, "Bob", "2029", "self"));
            hub.moveOn(Duration.ofDays(9));
            clockwork.whatIsDue();
        }
        assertThat(results(round)).containsEntry("F1", "no_signal");
    }

    @Test
    void after_the_release_the_team_deletes_the_mark_at_once_and_health_changes_nothing() {
        var round = area.openRound(agreement);
        for (var service : List.of(Area.PRACTICE, Area.CAMHS, Area.COMMUNITY)) {
            area.mark(service, "Family1", "Family2");
        }
        test.moveOn(Duration.ofDays(29));
        onTheForm(1);
        Area.json(atHealth(Area.AMHS, 2, "Anna", "2004", "self"));
        due();
        assertThat(results(round)).containsEntry("F1", "health_priority").containsEntry("F2", "health_priority");
        var clockwork = hub.part(Clockwork.class);
        synchronized (clockwork) {
            Area.json(toTheTeam("", 2, "a", "self"));
            assertThat(results(round)).as("at once").containsEntry("F2", "no_signal");
        }
        assertThat(results(round)).containsEntry("F1", "health_priority");
    }

    @Test
    void an_objection_to_the_team_leaves_them_off_as_it_composes_and_of_one_nothing_is_asked() {
        Area.json(toTheTeam("", 3, "a", "parental_responsibility"));
        var preview = Area.post(
                area.coordinator(), "/api/v1/rounds/preview", "{\"agreement\":\"" + agreement + "\",\"criteria\":1}");
        assertThat(preview.get("families").asInt()).isEqualTo(11);
        assertThat(preview.get("not_asked").get(0).get("family").asString()).isEqualTo("F3");
        var round = area.openRound(agreement);
        assertThat(people(Area.PRACTICE)).doesNotContain("Anna Family3", "Bob Family3");
        assertThat(results(round)).containsEntry("F3", "not_asked");
        assertThat(test.text("select string_agg(decision || ' ' || decision_row, ',') from team.audit"
                        + " where act = 'left_off'"))
                .isEqualTo("withhold L6");
        assertThat(test.text("select count(*) from health.audit where act = 'left_off'"))
                .isEqualTo("0");
        var page = familyPage(3);
        assertThat(page.text())
                .contains("Anna Family3 is left off lists: somebody with parental responsibility objected");
    }

    @Test
    void an_objection_to_the_team_reaches_its_lists_that_are_out() {
        var round = area.openRound(agreement);
        var before = area.list(Area.AMHS);
        for (var service : List.of(Area.PRACTICE, Area.CAMHS, Area.COMMUNITY)) {
            area.mark(service, "Family1");
        }
        Area.json(toTheTeam("", 1, "a", "self"));
        due();
        assertThat(area.list(Area.AMHS)).isNotEqualTo(before);
        assertThat(people(Area.AMHS)).doesNotContain("Anna Family1");
        test.moveOn(Duration.ofDays(29));
        assertThat(results(round)).as("it would be about Bob").containsEntry("F1", "no_signal");
    }

    @Test
    void a_list_with_nobody_left_asks_nothing() {
        area.openRound(agreement);
        area.list(Area.AMHS);
        var professional = area.as(Area.AMHS, "professional");
        IntStream.range(0, 12).forEach(i -> Area.json(atHealth(Area.AMHS, i, "Anna", born(i), "self")));
        due();
        assertThat(test.home(Area.AMHS, "professional").text()).contains("Nothing waits for you");
        var list = area.list(Area.AMHS);
        assertThat(professional
                        .send("POST", "/api/v1/lists/" + list + "/declaration", "application/json", "")
                        .status())
                .isEqualTo(409);
        assertThat(test.signedIn(Area.AMHS, "professional")
                        .get("/lists/" + list)
                        .text())
                .contains("Everybody on it has objected");
    }

    @Test
    void only_who_said_it_takes_it_back_and_each_says_it_for_themselves() {
        Area.json(toTheTeam("", 3, "b", "self"));
        Area.json(toTheTeam("", 3, "b", "parental_responsibility"));
        assertThat(toTheTeam("/taking-back", 3, "b", "attorney_or_deputy").status())
                .isEqualTo(422);
        Area.json(toTheTeam("/taking-back", 3, "b", "parental_responsibility"));
        assertThat(familyPage(3).text())
                .as("the young person’s stands")
                .contains("Bob Family3 is left off lists: the person");
        Area.json(toTheTeam("/taking-back", 3, "b", "self"));
        assertThat(familyPage(3).text()).doesNotContain("is left off lists:");
        area.openRound(agreement);
        assertThat(people(Area.PRACTICE)).contains("Bob Family3");
        var own = Area.json(atHealth(Area.PRACTICE, 4, "Bob", "2029", "self"))
                .get("objection")
                .asString();
        var takingBack = "/api/v1/objections/" + own + "/taking-back";
        var professional = area.as(Area.PRACTICE, "professional");
        assertThat(professional
                        .send("POST", takingBack, "application/json", "{\"by\":\"parental_responsibility\"}")
                        .status())
                .isEqualTo(422);
        assertThat(area.as(Area.CAMHS, "professional")
                        .send("POST", takingBack, "application/json", "{\"by\":\"self\"}")
                        .status())
                .as("another service’s")
                .isEqualTo(404);
        Area.json(professional.send("POST", takingBack, "application/json", "{\"by\":\"self\"}"));
        assertThat(test.text(
                        "select string_agg(act, ' ' order by number) from health.audit where act like 'objection_%'"
                                + " and act <> 'objections_shown'"))
                .isEqualTo("objection_recorded objection_taken_back");
    }

    @Test
    void the_form_answers_the_same_bytes_whoever_is_named_and_the_reference_takes_it_back() {
        var known = onTheForm(3);
        var again = onTheForm(3);
        var unknown = onTheForm(Map.of());
        var reference = known.document().expectFirst("#secret").text();
        assertThat(reference).matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}");
        assertThat(List.of(plain(known), plain(again))).containsOnly(plain(unknown));
        assertThat(known.uri().toString()).endsWith("/objection/receipt");
        assertThat(known.answer()
                        .headers()
                        .getOrDefault("cache-control", List.of())
                        .getFirst())
                .contains("no-store");
        assertThat(test.text("select count(*) from health.form_objection where encode(reference_hash, 'escape') like '%"
                        + reference.substring(0, 4) + "%'"))
                .isEqualTo("0");
        var right = takeBack(reference.toLowerCase(java.util.Locale.ROOT).replace('-', ' '));
        var wrong = takeBack("0000-0000-0000-0000");
        assertThat(plain(right)).isEqualTo(plain(wrong));
        takeBack(again.document().expectFirst("#secret").text());
        area.openRound(agreement);
        assertThat(people(Area.PRACTICE)).contains("Anna Family3");
        assertThat(known.browser().get("/objection").text()).doesNotContain(reference);
        assertThat(known.browser().get("/objection/receipt").text()).contains("not shown any more");
    }

    private static TestHub.Page takeBack(String reference) {
        return hub.browser().get("/objection/taking-back").submit(form -> form.set("given-reference", reference));
    }

    /// A page without the session’s own marks and without the reference.
    private static String plain(TestHub.Page page) {
        return page.status()
                + page.answer()
                        .text()
                        .replaceAll("name=\"(_csrf|once)\" value=\"[^\"]*\"", "")
                        .replaceAll("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}", "");
    }

    @Test
    void the_form_says_what_to_put_right_and_keeps_what_was_typed() {
        var page = onTheForm(Map.of("by", "", "born-day", "40", "nhs-number", "943 476 5918"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("Select who this is for")
                .contains("Enter the date of birth")
                .contains("Check the NHS number");
        assertThat(page.document().expectFirst("#family-name").val()).isEqualTo("Nobody");
        assertThat(page.document().select(".govuk-exit-this-page")).hasSize(1);
        assertThat(page.document().select("main form").attr("autocomplete")).isEqualTo("off");
    }

    @Test
    void a_flood_of_objections_is_told_to_come_back_whoever_it_names() {
        for (int i = 0; i < 20; i++) {
            assertThat(onTheForm(Map.of("family-name", "Book" + i)).status()).isEqualTo(200);
        }
        var known = onTheForm(3);
        assertThat(known.status()).isEqualTo(429);
        assertThat(plain(known)).isEqualTo(plain(onTheForm(Map.of())));
        assertThat(known.text()).contains("nothing was written down");
        hub.moveOn(Duration.ofMinutes(61));
        assertThat(onTheForm(3).status()).isEqualTo(200);
    }

    @Test
    void a_guardian_of_a_health_service_ends_what_was_not_the_persons_and_says_why() {
        onTheForm(3);
        var guardian = test.signedIn(Area.PRACTICE, "caldicott_guardian");
        var one = guardian.get("/objections/form").follow("Anna Family3");
        assertThat(one.submit(form -> form).status()).isEqualTo(422);
        var ended = one.submit(form -> form.set("reason", "She told me that she never said so"));
        assertThat(ended.text()).contains("The objection is ended");
        area.openRound(agreement);
        assertThat(people(Area.PRACTICE)).contains("Anna Family3");
        assertThat(test.text("select string_agg(act, ' ' order by number) from health.audit where act like 'form%'"))
                .isEqualTo("form_objections_shown form_objections_shown form_objections_shown form_objection_ended"
                        + " form_objections_shown");
        for (var unit : List.of(Area.TEAM, Area.SOCIAL_CARE)) {
            var ofTheCouncil = test.signedIn(unit, "caldicott_guardian");
            assertThat(ofTheCouncil.get("/objections/form").status()).as(unit).isEqualTo(404);
            assertThat(ofTheCouncil.get("/").text()).as(unit).doesNotContain("Objections on the public form");
        }
    }

    @Test
    void however_many_come_after_it_a_guardian_finds_one() {
        onTheForm(3);
        test.change("insert into health.form_objection (id, said_by, given_name, family_name, birth_date, postcode,"
                + " reference_hash, recorded_at) select gen_random_uuid(), 'self', 'Nobody', 'Number' || n,"
                + " '2001-02-03', '', decode('00', 'hex'), now() + interval '100 years'"
                + " from generate_series(1, 400) n");
        var guardian = test.signedIn(Area.PRACTICE, "caldicott_guardian");
        var newest = guardian.get("/objections/form");
        assertThat(newest.text()).doesNotContain("Anna Family3");
        assertThat(newest.follow("Older objections").follow("Older objections").text())
                .contains("Anna Family3")
                .doesNotContain("Older objections");
        assertThat(guardian.get("/objections/form?page=-1").text()).contains("Nobody Number");
        assertThat(guardian.get("/objections/form?page=4").text()).contains("There are no older ones");
    }

    @Test
    void a_service_writes_an_objection_down_once_and_sees_its_own() {
        var browser = test.signedIn(Area.PRACTICE, "service_lead");
        var done = browser.get("/objections/new")
                .submit(form -> form.set("by", "self")
                        .set("given-name", "Ann")
                        .set("family-name", "O’Neil")
                        .set("born-day", "1")
                        .set("born-month", "2")
                        .set("born-year", "1990")
                        .set("nhs-number", "943 476 5919"));
        assertThat(done.text()).contains("The objection is written down").contains("Ann O’Neil");
        area.openRound(agreement);
        assertThat(people(Area.PRACTICE)).as("the NHS number is enough").doesNotContain("Anna Family5");
        var professional = area.as(Area.CAMHS, "professional");
        var body = "{\"by\":\"self\",\"given_name\":\"A\",\"family_name\":\"B\",\"birth_date\":\"1990-01-01\"}";
        var first = professional.sendOnce("/api/v1/objections", body, "one-key");
        assertThat(professional.sendOnce("/api/v1/objections", body, "one-key").text())
                .isEqualTo(first.text());
        assertThat(Area.json(professional.get("/api/v1/objections")).size()).isOne();
        var wrong = professional.send("POST", "/api/v1/objections", "application/json", "{\"by\":\"self\"}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.type()).isEqualTo("application/problem+json");
        assertThat(wrong.text()).contains("Enter the given name");
    }

    private static TestHub.Page familyPage(int family) {
        return test.signedIn(Area.TEAM, "key_worker").get("/families").follow("F" + family);
    }

    private static String reference(String surname) {
        return area.rows(Area.PRACTICE).stream()
                .filter(row -> row[5].equals(surname))
                .findFirst()
                .orElseThrow()[1];
    }

    /// A `marks.csv` of a list as it is now.
    private static String file(String service, List<String> marked) {
        var list = area.list(service);
        var marks = new LinkedHashMap<String, String>();
        area.rows(service).forEach(row -> marks.put(row[1], marked.contains(row[5]) ? "1" : "0"));
        return "list_ref,family_ref,mark\n"
                + marks.entrySet().stream()
                        .map(one -> list + "," + one.getKey() + "," + one.getValue() + "\n")
                        .collect(Collectors.joining());
    }
}
