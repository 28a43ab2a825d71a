package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// "What this tells you, and what it does not": where an answer is shown, it leads to what may be read into
/// it.
class LimitsTest {

    private static TestArea test;
    private static Area area;
    private static String round = "";

    @BeforeAll
    static void start() {
        test = TestArea.start();
        area = test.area();
        var agreement = area.agreementInForce();
        area.importFamilies(12);
        round = area.openRound(agreement);
    }

    @AfterAll
    static void stop() {
        test.close();
    }

    private static String words(TestHub.Page page) {
        return page.document().expectFirst("main").text();
    }

    @Test
    void each_who_sees_something_of_it_is_led_to_its_limits_which_are_the_same_before_and_after_a_release() {
        var worker = test.signedIn(Area.TEAM, "key_worker");
        var before = words(worker.get("/what-this-tells/team"));
        assertThat(before)
                .contains("No signal never means no")
                .contains("Absence tells more than presence")
                .contains("about the family as a group")
                .contains("they can find out what that service said")
                .contains("members are invented")
                .contains("Whoever runs the computers of the hub");
        var service = test.signedIn(Area.PRACTICE, "professional");
        assertThat(words(service.get("/lists").follow("What a list tells you")))
                .contains("What you see of other services Nothing of what they answer")
                .contains("No signal never means no");
        assertThat(words(service.get("/lists/" + area.list(Area.PRACTICE)).follow("What this tells you")))
                .contains("The family team is not told which services answered");
        area.mark(Area.PRACTICE, "Family1");
        area.mark(Area.CAMHS);
        area.mark(Area.AMHS);
        test.moveOn(Duration.ofDays(29));
        for (var page : List.of("/queue", "/rounds/" + round)) {
            var links = worker.get(page).document().select("main td a[href^=/what-this-tells/team]");
            assertThat(links.eachText()).as(page).hasSize(12).containsOnly("Why?");
            assertThat(words(worker.get(links.getFirst().attr("href")))).isEqualTo(before);
        }
        var family = worker.get("/queue").document().expectFirst("main th a").attr("href");
        assertThat(words(worker.get(family).follow("What health services tell you")))
                .isEqualTo(before);
    }

    @Test
    void anybody_reads_what_is_told_about_families_without_a_word_that_they_would_not_know() {
        var stranger = test.hub().browser();
        for (var page : List.of("/sign-in", "/notices", "/privacy")) {
            var led = stranger.get(page).document().select("main a[href='/what-this-tells/families']");
            assertThat(led).as(page).hasSize(1);
        }
        var read = stranger.get("/what-this-tells/families");
        assertThat(words(read))
                .contains("One answer for your whole family")
                .contains("You can say no to this")
                .contains("What can still go wrong")
                .doesNotContain("troubled", "case", "flagged", "indicator", "NHS", "CAMHS", "disclosure", "!");
        assertThat(read.document().select(".govuk-exit-this-page")).hasSize(1);
        assertThat(stranger.get("/what-this-tells/team").uri().getPath()).isEqualTo("/sign-in");
        assertThat(test.signedIn(Area.TEAM, "coordinator")
                        .get("/what-this-tells/services")
                        .status())
                .isEqualTo(404);
    }
}
