package org.kinmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewPageTest {

    private static final List<String> NEVER =
            List.of("troubled", "case", "flagged", "hit", "suspect", "fail", "error", "undefined");
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

    /// Silva is suggested, Adeyemi is suggested, and Nowak is one digit of a birth date and a moved house away from a
    /// patient: doubtful at any cut that a service would set.
    @BeforeEach
    void a_review() throws IOException {
        Browser.require();
        service = ServiceFolder.small(folder);
        service.append("list.csv", "l-1,\"f, \"\"quoted\"\"\",p-5,,Tunde,Adeyemi,1988-05-05,male,OX2 3CC\n");
        service.append("register.csv", "5,,Tunde,Adeyemi,1988-05-05,male,OX2 3CC\n");
        service.append("conditions.csv", "5,caseload|open,2020-02-02\n3,caseload|open,2024-12-24\n");
        service.write(
                "register.csv",
                service.read("register.csv")
                        .replace("3,9990000026,Zofia,Nowak,1990-11-30", "3,,Zofia,Novak,1990-11-03"));
        review();
    }

    private static Browser browser() {
        return Objects.requireNonNull(started);
    }

    private void review() {
        assertThat(service.mark("--review", "review.html", "--accept", "0.9999999", "--doubtful", "0.05"))
                .as(service.err())
                .isZero();
    }

    private Page page(int width) {
        return browser().page(service.path("review.html"), width);
    }

    private static String left(Page page) {
        return page.locator("#left").innerText();
    }

    @Test
    void the_whole_list_is_judged_with_a_keyboard_and_the_command_takes_the_answer() throws IOException {
        var page = page(1280);
        var names = page.locator(".family[data-needed] h3 bdi").allInnerTexts();
        assertThat(names).isSorted().contains("ADEYEMI", "NOWAK", "SILVA");
        page.keyboard().press("j");
        assertThat(page.locator(":focus h3 bdi").innerText()).isEqualTo(names.getFirst());
        for (int i = 0; i < names.size(); i++) {
            page.keyboard().press(i == 0 ? "1" : i == 1 ? "2" : "3");
            assertThat(page.locator(":focus h3 bdi").innerText())
                    .as("focus stays")
                    .isEqualTo(names.get(i));
            page.keyboard().press("ArrowDown");
        }
        assertThat(left(page)).isEqualTo("All " + names.size() + " decided");
        save(page).saveAs(service.path("decisions.csv"));
        assertThat(service.read("decisions.csv"))
                .startsWith("family_ref,decision\n\"f, \"\"quoted\"\"\",priority\n")
                .contains("f-nowak,not_")
                .endsWith("\n");
        assertThat(service.mark(
                        "--out",
                        "marks.csv",
                        "--decisions",
                        "decisions.csv",
                        "--judged-by",
                        "Dr A",
                        "--accept",
                        "0.9999999",
                        "--doubtful",
                        "0.05"))
                .as(service.err())
                .isZero();
        assertThat(service.read("marks.csv"))
                .contains("\"f, \"\"quoted\"\"\",1\n")
                .contains("f-silva,0\n");
    }

    private static Download save(Page page) {
        return page.waitForDownload(() -> page.locator("#save").click());
    }

    @Test
    void a_choice_is_undone_as_often_as_there_were_choices() {
        var page = page(1280);
        var before = left(page);
        page.keyboard().press("j");
        page.keyboard().press("1");
        page.keyboard().press("3");
        assertThat(page.locator(":focus .state").innerText()).isEqualTo("Decided: not judged");
        page.keyboard().press("u");
        assertThat(page.locator(":focus .state").innerText()).isEqualTo("Decided: priority");
        page.keyboard().press("u");
        assertThat(page.locator(":focus .state").innerText()).isEqualTo("To decide");
        assertThat(page.locator(":focus input:checked").count()).isZero();
        assertThat(left(page)).isEqualTo(before);
        page.keyboard().press("u");
        assertThat(page.locator("#said").innerText()).isEqualTo("There is nothing to undo.");
    }

    @Test
    void what_is_not_decided_is_named_before_it_can_be_saved() throws IOException {
        var page = page(1280);
        page.locator("#save").click();
        assertThat(page.locator("#summary").innerText())
                .contains("before you save")
                .contains("Decide SILVA");
        page.locator("#summary a", new Page.LocatorOptions().setHasText("SILVA"))
                .click();
        assertThat(page.locator(":focus h3 bdi").innerText()).isEqualTo("SILVA");
        page.locator(":focus input[value=priority]").click();
        page.locator("#save").click();
        page.locator("#rest-too").click();
        assertThat(page.locator("#summary").isVisible()).isFalse();
        save(page).saveAs(service.path("decisions.csv"));
        assertThat(service.read("decisions.csv")).contains("f-silva,priority\n").contains("f-nowak,not_judged\n");
    }

    @Test
    void a_family_of_which_nothing_was_found_may_be_decided_too() throws IOException {
        var page = page(1280);
        page.keyboard().press("/");
        page.keyboard().type("garc");
        page.keyboard().press("Enter");
        assertThat(page.locator(":focus h3 bdi").innerText()).isEqualTo("GARCIA");
        page.keyboard().press("1");
        page.locator("#rest").click();
        save(page).saveAs(service.path("decisions.csv"));
        assertThat(service.read("decisions.csv")).contains("f-garcia,priority\n");
    }

    @Test
    void keys_can_be_shown_and_turned_off() {
        var page = page(1280);
        page.keyboard().press("?");
        assertThat(page.locator("#keys").isVisible()).isTrue();
        page.locator("#shortcuts").uncheck();
        page.locator("#close-keys").click();
        var before = left(page);
        page.keyboard().press("j");
        page.keyboard().press("1");
        assertThat(left(page)).isEqualTo(before);
    }

    @Test
    void hostile_names_are_shown_and_do_not_run() throws IOException {
        var name = "\"</script><script>window.ran=1</script><img src=https://example.org/x onerror=window.ran=1>\"";
        service.write(
                "list.csv",
                service.read("list.csv")
                        .replace("Ana,Silva", name + ",\"Silva\"\" onfocus=\"\"window.ran=1\"")
                        .replace("Bruno,Silva", "\u202Eمحمد,Silva")
                        .replace("f-silva", "\"f-'silva<b>\""));
        review();
        int asked = browser().requests().size();
        var page = page(1280);
        page.locator(".family").first().click();
        assertThat(page.evaluate("window.ran")).isNull();
        assertThat(page.locator("main img, main b, article script").count()).isZero();
        assertThat(page.locator("main").innerText()).contains("<script>window.ran=1</script>");
        assertThat(browser().requests().subList(asked, browser().requests().size()))
                .containsExactly(service.path("review.html").toUri().toString());
    }

    @Test
    void the_page_asks_for_nothing_and_complains_of_nothing() {
        var page = page(1280);
        page.keyboard().press("j");
        page.keyboard().press("1");
        page.locator("#rest").click();
        save(page);
        assertThat(browser().requests()).allMatch(url -> url.startsWith("file:") || url.startsWith("blob:"));
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    void leaving_with_unsaved_choices_is_asked_about() {
        var page = page(1280);
        page.keyboard().press("j");
        page.keyboard().press("1");
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
    void anyone_can_use_it_on_a_phone_and_on_a_desk(int width) throws IOException {
        var page = page(width);
        page.locator("main > details > summary").click();
        var violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertThat(violations.stream().map(each -> each.getId() + " " + each.getNodes()))
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        var picture = Path.of("target", "pictures", "review-" + width + ".png");
        Files.createDirectories(picture.getParent());
        page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
    }

    @Test
    void two_thousand_families_are_judged_as_three_are() throws IOException {
        var list = new StringBuilder(ServiceFolder.LIST_HEADER);
        var register = new StringBuilder(ServiceFolder.REGISTER_HEADER);
        var conditions = new StringBuilder("patient_id,code,recorded_on\n");
        for (int i = 0; i < 2_000; i++) {
            var who = "Ana%c,Name%c%c,19%02d-%02d-%02d,female,OX%d %dAA%n"
                    .formatted(
                            'a' + i % 26,
                            'a' + i / 26 % 26,
                            'a' + i / 676,
                            i % 80 + 10,
                            i % 12 + 1,
                            i % 28 + 1,
                            i % 90,
                            i % 9);
            list.append("l-1,f%d,p%d,,%s".formatted(i, i, who));
            register.append("%d,,%s".formatted(i, who));
            conditions.append("%d,35489007,2026-01-15%n".formatted(i));
        }
        service.write("list.csv", list.toString());
        service.write("register.csv", register.toString());
        service.write("conditions.csv", conditions.toString());
        review();
        var page = page(1280);
        page.keyboard().press("j");
        page.keyboard().press("1");
        int needed = page.locator(".family[data-needed]").count();
        assertThat(needed).isGreaterThan(1_900);
        assertThat(left(page)).isEqualTo(needed - 1 + " of " + needed + " left to decide");
        page.locator("#rest").click();
        save(page).saveAs(service.path("decisions.csv"));
        assertThat(service.read("decisions.csv").lines()).hasSize(needed + 1);
    }

    @Test
    void each_doubtful_link_says_why_in_words_and_piece_by_piece() {
        var page = page(390);
        var nowak = page.locator(".family[data-name=NOWAK]");
        var words = nowak.locator(".compare + p").innerText();
        assertThat(words)
                .startsWith("Same given name, ")
                .contains("birth date but for a slip", "same postcode", "family name alike");
        var table = nowak.locator(".waterfall");
        assertThat(table.isVisible()).isFalse();
        nowak.locator("summary:has-text('What each of these tells')").click();
        assertThat(table.isVisible()).isTrue();
        assertThat(table.locator("tbody tr").count()).isGreaterThan(5);
        assertThat(table.locator("tfoot").innerText()).contains("Together: ");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }

    @Test
    void it_speaks_as_we_do() {
        var page = page(1280);
        page.locator("main > details > summary").click();
        page.keyboard().press("?");
        var words = page.locator("body").innerText().toLowerCase(Locale.ROOT);
        assertThat(words).contains("this page stays at your service");
        assertThat(words.split("\\W+")).doesNotContainAnyElementsOf(NEVER);
    }
}
