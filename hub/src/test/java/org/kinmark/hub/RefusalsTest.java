package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kinmark.hub.database.DemonstrationClock;

/// What an answer would have told too much is not asked, and the page that says so says which check, why it is
/// there, about which families, and what would mend it: as a coordinator comes to it, page by page.
class RefusalsTest {

    private static final String ALONE = "F90,P90,,Ruth,Alone,2004-03-05,female,SE15 1AA,A81001,no,worklessness\n";
    private static final String AUTISM =
            "{\"id\":\"autism\",\"title\":\"autism\",\"group\":\"other\",\"codes\":[\"35489007\"]},";
    private static final Duration SEVEN_MONTHS = Duration.ofDays(214);

    private static TestArea test;
    private static Area area;
    private static Snapshot begun;

    @BeforeAll
    static void start() {
        test = TestArea.start();
        area = test.area();
        begun = test.snapshot("begun");
    }

    @AfterAll
    static void stop() {
        test.close();
    }

    @BeforeEach
    void begin() {
        begun.restore();
        test.hub().part(DemonstrationClock.class).standAt(TestHub.START);
    }

    private static void importing(String csv) {
        Area.json(area.coordinator().send("POST", "/api/v1/families", "text/csv", csv));
    }

    /// The page on which the round is looked at, with the dates that the form before it suggests.
    private static TestHub.Page preview(String agreement) {
        var browser = test.signedIn(Area.TEAM, "coordinator");
        var dates = browser.get("/rounds")
                .follow("Prepare a round")
                .browser()
                .get("/rounds/new?agreement=" + agreement + "&criteria=1");
        var query = new StringBuilder();
        dates.document()
                .select("main form input[name]")
                .forEach(field -> query.append(query.isEmpty() ? "?" : "&")
                        .append(field.attr("name"))
                        .append('=')
                        .append(field.val()));
        return browser.get("/rounds/new" + query);
    }

    private static String explained(TestHub.Page page, String check) {
        var heading = page.document().select("h3").stream()
                .filter(one -> one.text().equals(check))
                .findFirst()
                .orElseThrow(() -> new AssertionError("“" + check + "” is not explained: " + page.text()));
        var said = new StringBuilder();
        for (var next = heading.nextElementSibling();
                next != null && next.tagName().equals("p"); ) {
            said.append(next.text()).append('\n');
            next = next.nextElementSibling();
        }
        return said.toString();
    }

    private static void isNotOpened(TestHub.Page page) {
        assertThat(page.text()).contains("This round cannot be opened yet").contains("Nothing was sent");
        assertThat(page.document().select("form[action='/rounds']")).isEmpty();
        assertThat(page.text()).contains("says nothing about anybody’s health");
        assertThat(page.follow("What an answer tells you").status()).isEqualTo(200);
        assertThat(test.count("select count(*) from shared.round where state = 'open'"))
                .isZero();
    }

    @Test
    void one_service_alone_is_not_asked_because_its_name_is_the_answer() {
        var agreement = area.agreementInForce();
        area.importFamilies(12);
        test.change("set session_replication_role = replica; delete from shared.signature where signer in"
                + " (select id from shared.unit where name not in ('" + Area.CAMHS + "', '" + Area.TEAM + "'))");
        var page = preview(agreement);
        isNotOpened(page);
        assertThat(explained(page, "Too few services could know it"))
                .contains("CAMHS alone means child mental health")
                .contains("Let more services sign the agreement")
                .contains("Your families: F0, F1, F2, F3, F4, F5, F6, F7, F8, F9 and 2 more");
        assertThat(page.text())
                .contains("Only 1 service of 1 kind could know it")
                .contains("It has not signed");
    }

    @Test
    void one_indicator_is_not_asked_about_because_a_yes_would_be_it() {
        var agreement = area.agreementInForce(Area.terms()
                .replaceAll(
                        "\"indicators\":\\[.*?],\"parties\"",
                        "\"indicators\":[{\"id\":\"alcohol\",\"title\":\"alcohol\",\"group\":\"substances\","
                                + "\"codes\":[\"35489007\"]}],\"parties\""));
        area.importFamilies(12);
        var page = preview(agreement);
        isNotOpened(page);
        assertThat(explained(page, "Too few indicators"))
                .contains("Under an agreement about alcohol alone, it would tell you that somebody drinks")
                .contains("at least three health issues of two groups")
                .contains("This is about the whole round");
        assertThat(page.text()).contains("The agreement has only 1 indicator of 1 group");
    }

    @Test
    void a_family_of_one_is_not_listed_because_the_answer_would_be_about_that_person() {
        var agreement = area.agreementInForce();
        importing(Area.families(12) + ALONE);
        var page = preview(agreement);
        assertThat(page.text()).contains("Would be asked about 12 families").contains("Only 1 member would be listed");
        assertThat(explained(page, "Too few members hide each other"))
                .contains("In a family of one it would be about that person")
                .contains("import them")
                .contains("Your family: F90");
        area.openRound(agreement);
        assertThat(area.rows(Area.PRACTICE)).hasSize(24).noneMatch(row -> row[5].equals("Alone"));
    }

    @Test
    void last_rounds_family_with_one_member_more_is_not_asked_because_the_difference_would_be_that_member() {
        var agreement = area.agreementInForce();
        area.importFamilies(12);
        released(agreement);
        importing(Area.families(12) + "F3,PX,,Zoe,Newcomer,2030-01-09,female,SE15 1AA,A81001,no,\n");
        test.hub().moveOn(SEVEN_MONTHS);
        var page = preview(agreement);
        assertThat(page.text()).contains("Would be asked about 11 families");
        subtracted(page, "Your family: F3");
        assertThat(page.document().select("form[action='/rounds/as-last-time']"))
                .hasSize(1);
    }

    @Test
    void last_rounds_families_with_one_indicator_more_are_not_asked_because_it_would_name_itself() {
        var agreement = area.agreementInForce();
        var wider = area.agreementInForce(Area.terms().replace("\"indicators\":[", "\"indicators\":[" + AUTISM));
        area.importFamilies(12);
        released(agreement);
        test.hub().moveOn(SEVEN_MONTHS);
        var page = preview(wider);
        isNotOpened(page);
        subtracted(page, "Your families: F0, F1");
        assertThat(explained(page, "Too few families")).contains("see below why families are kept off");
    }

    @Test
    void last_rounds_families_with_one_service_more_are_not_asked_because_it_would_name_itself() {
        var agreement = area.agreementInForce();
        area.importFamilies(12);
        var ofCommunity = " where signer = (select id from shared.unit where name = '" + Area.COMMUNITY + "')";
        test.change("create table signed_later as select * from shared.signature" + ofCommunity);
        test.change("set session_replication_role = replica; delete from shared.signature" + ofCommunity);
        released(agreement);
        test.hub().moveOn(SEVEN_MONTHS);
        test.change("insert into shared.signature select * from signed_later");
        test.change("drop table signed_later");
        var page = preview(agreement);
        isNotOpened(page);
        subtracted(page, "Your families: F0, F1");
        assertThat(page.document().select("form[action='/rounds/as-last-time']"))
                .hasSize(12);
    }

    private static void subtracted(TestHub.Page page, String families) {
        assertThat(explained(page, "With earlier answers, a yes would tell too much"))
                .contains("Whoever has two answers can subtract them")
                .contains("A health issue that is new, or a service that is new, names itself")
                .contains("Ask as last time")
                .contains(families);
    }

    private static void released(String agreement) {
        area.openRound(agreement);
        for (var service : List.of(Area.PRACTICE, Area.CAMHS, Area.AMHS)) {
            area.mark(service);
        }
        test.moveOn(Duration.ofDays(28));
        test.moveOn(Duration.ofDays(1));
        assertThat(test.text("select string_agg(state, ',') from shared.round")).isEqualTo("released");
    }
}
