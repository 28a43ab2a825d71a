package org.kinmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A doubtful link is answered on the review page, and the next round's page says what was answered.
class SamePersonPageTest {

    private static @Nullable Browser started;

    @TempDir
    private Path folder;

    private ServiceFolder service;

    @BeforeAll
    static void open() {
        started = Browser.isThere() ? Browser.open() : null;
    }

    @AfterAll
    static void close() {
        if (started != null) {
            started.close();
        }
    }

    @BeforeEach
    void a_review_with_a_doubt() throws IOException {
        Browser.require();
        service = ServiceFolder.withADoubt(folder);
        mark("--review", "review.html");
    }

    private void mark(String... more) {
        var all = new ArrayList<>(List.of(more));
        all.addAll(List.of("--accept", "0.9999", "--remember", "remembered.csv"));
        assertThat(service.mark(all.toArray(String[]::new))).as(service.err()).isZero();
    }

    private Page page(int width) {
        return Objects.requireNonNull(started).page(service.path("review.html"), width);
    }

    private static Locator family(Page page, String name) {
        return page.locator(".family", new Page.LocatorOptions().setHasText(name));
    }

    private void saveLinks(Page page) {
        page.waitForDownload(() -> page.locator("#save-links").click()).saveAs(service.path("same-person.csv"));
    }

    private void say(String answer) {
        var page = page(1280);
        page.locator(".link input[value=" + answer + "]").click();
        saveLinks(page);
        mark("--same-person", "same-person.csv", "--judged-by", "Dr A <b>Silva", "--review", "review.html");
    }

    @Test
    void a_link_is_answered_with_the_keyboard_alone_and_its_family_is_judged_apart() throws IOException {
        var page = page(1280);
        assertThat(page.locator(".link legend").innerText()).isEqualTo("Is patient 3 the same person as Zofia NOWAK?");
        page.locator(".link input[value=yes]").focus();
        page.keyboard().press("Space");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#said").innerText()).startsWith("Patient 3 and Zofia NOWAK: someone else.");
        assertThat(family(page, "NOWAK").locator(".state").innerText()).isEqualTo("To decide");
        page.keyboard().press("2");
        assertThat(family(page, "NOWAK").locator(".state").innerText()).isEqualTo("Decided: not priority");
        assertThat(page.locator(".link input:checked").getAttribute("value")).isEqualTo("no");
        page.keyboard().press("u");
        page.keyboard().press("u");
        assertThat(page.locator("#said").innerText()).startsWith("Undone: Patient 3 and Zofia NOWAK: same person");
        saveLinks(page);
        assertThat(service.read("same-person.csv")).isEqualTo("person_ref,patient_id,same\np-3,3,yes\n");
    }

    @Test
    void both_files_are_asked_for_and_the_command_takes_both() throws IOException {
        var page = page(1280);
        page.locator(".link input[value=yes]").click();
        page.locator("#rest").click();
        family(page, "NOWAK").locator("input[value=priority]").click();
        page.waitForDownload(() -> page.locator("#save").click()).saveAs(service.path("decisions.csv"));
        assertThat(page.locator("#said").innerText()).endsWith("save same-person.csv too.");
        saveLinks(page);
        assertThat(page.locator("#said").innerText()).contains("--remember remembered.csv");
        mark(
                "--decisions",
                "decisions.csv",
                "--same-person",
                "same-person.csv",
                "--judged-by",
                "Dr A",
                "--out",
                "marks.csv");
        assertThat(service.read("marks.csv")).contains("f-nowak,1\n").contains("f-silva,0\n");
        assertThat(Objects.requireNonNull(started).complaints()).isEmpty();
    }

    @Test
    void nothing_said_is_nothing_to_save() {
        var page = page(1280);
        page.locator("#save-links").click();
        assertThat(page.locator("#said").innerText()).isEqualTo("Say first of a link whether it is the same person.");
    }

    @Test
    void the_next_round_tells_who_said_yes_and_when_and_asks_no_more() throws IOException {
        say("yes");
        service.nextRound();
        mark("--review", "review.html");
        var page = page(1280);
        var nowak = family(page, "NOWAK");
        assertThat(nowak.innerText())
                .contains("Taken as the same person")
                .containsPattern(
                        "Patient 3 was said to be Zofia NOWAK by Dr A <b>Silva on \\d+ [A-Z][a-z]+ 20\\d\\d\\.")
                .contains("Why it is suggested");
        assertThat(nowak.locator(".link").isVisible()).isFalse();
        assertThat(nowak.locator("b").count()).isZero();
    }

    @Test
    void a_no_is_told_among_the_other_families_and_taken_back_there() throws IOException {
        say("no");
        service.nextRound();
        mark("--review", "review.html");
        var page = page(1280);
        var nowak = family(page, "NOWAK");
        assertThat(nowak.getAttribute("data-needed")).isNull();
        page.locator("main > details > summary").click();
        assertThat(nowak.innerText()).contains("Left out as someone else").contains("was said not to be Zofia NOWAK");
        nowak.locator("summary:has-text('say otherwise')").click();
        var left = page.locator("#left").innerText();
        nowak.locator("input[value=cannot_tell]").click();
        assertThat(nowak.locator(".state").innerText()).isEqualTo("To decide");
        assertThat(page.locator("#left").innerText()).isNotEqualTo(left);
        saveLinks(page);
        mark("--same-person", "same-person.csv", "--judged-by", "Dr B", "--review", "review.html");
        assertThat(family(page(1280), "NOWAK").innerText()).contains("A link in doubt");
    }

    @Test
    void leaving_with_an_answer_that_is_not_saved_is_asked_about() {
        var page = page(1280);
        page.locator(".link input[value=no]").click();
        var asked = new boolean[1];
        page.onDialog(dialog -> {
            asked[0] = dialog.type().equals("beforeunload");
            dialog.accept();
        });
        page.reload();
        assertThat(asked[0]).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void anyone_can_answer_on_a_phone_and_on_a_desk(int width) throws IOException {
        picture(page(width), "doubt", width);
        say("no");
        var after = page(width);
        after.locator("main > details > summary").click();
        after.locator(".family summary:has-text('say otherwise')").click();
        after.locator(".link input[value=yes]").click();
        picture(after, "said", width);
    }

    private static void picture(Page page, String name, int width) throws IOException {
        var violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertThat(violations.stream().map(each -> each.getId() + " " + each.getNodes()))
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        var file = Path.of("target", "pictures", "same-person-" + name + "-" + width + ".png");
        Files.createDirectories(file.getParent());
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }
}
