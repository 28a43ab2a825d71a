package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kinmark.hub.release.Clockwork;
import org.kinmark.hub.staff.DemonstrationAccounts;

/// Every page that anybody can reach by links, in a real Chromium on a phone and on a desktop: WCAG 2.2 AA as far as a
/// program can tell, one heading, a title that says where one is, nothing that has to be scrolled sideways. With
/// `-Dkinmark.pictures=true`, what each looked like is under `target/pages`.
class PagesTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target", "pages");
    private static final boolean TAKES_PICTURES = Boolean.getBoolean("kinmark.pictures");
    private static final List<Integer> WIDTHS = List.of(390, 1280);
    /// Only what is wrong: a page's every element that is right is many times as much to hand over.
    private static final String WCAG = "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',"
            + " 'wcag22aa'], resultTypes: ['violations']})"
            + ".then(found => found.violations.map(one => one.id + ': ' + one.nodes[0].html))";
    private static final String AXE = axe();
    private static final String ID = "[0-9a-f]{8}-[0-9a-f-]{27}";

    private static TestHub hub;
    private static Area area;
    private static Playwright playwright;
    private static Browser browser;

    private final List<String> wrong = new ArrayList<>();
    private final LinkedHashSet<String> seen = new LinkedHashSet<>();

    private static String axe() {
        try (var script = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8) + "\n;0";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void start() throws IOException {
        if ("1".equals(System.getenv("KINMARK_REQUIRE_BROWSER"))) {
            assertThat(Files.isExecutable(CHROMIUM)).as("there is a Chromium").isTrue();
        }
        if (!Files.isExecutable(CHROMIUM)) {
            Files.writeString(
                    Path.of("target", "skipped-browser-tests.txt"),
                    "skipped\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        assumeTrue(Files.isExecutable(CHROMIUM), "there is no Chromium");
        hub = TestHub.start();
        area = Area.setUp(hub);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--headless",
                                "--no-sandbox",
                                "--disable-dev-shm-usage",
                                "--disable-gpu",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void stop() {
        if (hub != null) {
            playwright.close();
            hub.close();
        }
    }

    @Test
    void everyPageIsForEverybody() throws IOException {
        Files.createDirectories(PICTURES);
        openEverybody("before anything");
        var agreement = area.agreementInForce();
        Area.post(area.coordinator(), "/api/v1/agreements", Area.terms());
        area.importFamilies(12);
        var wizard = "/rounds/new?agreement=" + agreement;
        var days = "&closes-day=1&closes-month=12&closes-year=2040&second-day=15&second-month=12&second-year=2040"
                + "&releases-day=16&releases-month=12&releases-year=2040";
        open(
                "composing",
                area.credential(Area.TEAM, "coordinator"),
                "/rounds/new",
                wizard,
                wizard + "&criteria=1",
                wizard + "&criteria=1" + days,
                wizard + "&criteria=4" + days,
                "/waivers/new?agreement=" + agreement + "&criteria=2&failed=services");
        area.openRound(agreement);
        object();
        openEverybody("open");
        area.mark(Area.PRACTICE, "Family3");
        area.mark(Area.CAMHS);
        area.mark(Area.AMHS);
        area.mark(Area.COMMUNITY);
        open("declared", area.credential(Area.PRACTICE, "professional"), "/lists");
        hub.moveOn(Duration.ofDays(30));
        hub.part(Clockwork.class).whatIsDue();
        openEverybody("released");
        assertThat(wrong).isEmpty();
        assertThat(seen).hasSizeGreaterThan(30);
    }

    /// Somebody objects on the public form, somebody else at a service and to the team: there is something to see.
    private void object() {
        try (var context = browser.newContext(new Browser.NewContextOptions().setBaseURL(hub.address()))) {
            var page = context.newPage();
            page.navigate("/objection");
            page.click("main form button");
            look(page, "mistaken", "nobody", "/objection");
            page.check("#by");
            page.fill("#given-name", "Nora");
            page.fill("#family-name", "Nobody");
            page.fill("#born-day", "1");
            page.fill("#born-month", "2");
            page.fill("#born-year", "2001");
            page.click("main form button");
            look(page, "objected", "nobody", "/objection/receipt");
        }
        Area.post(
                area.as(Area.PRACTICE, "professional"),
                "/api/v1/objections",
                "{\"by\":\"self\",\"given_name\":\"Nils\",\"family_name\":\"Nobody\",\"birth_date\":\"2001-02-03\"}");
        Area.post(
                area.coordinator(),
                "/api/v1/family-objections",
                "{\"family\":\"F0\",\"person\":\"P0a\",\"by\":\"self\"}");
    }

    /// The sheet by keyboard alone, saved choice by choice.
    @Test
    void aListIsJudgedByKeyboard() {
        try (var own = TestHub.start()) {
            var there = Area.setUp(own);
            var inForce = there.agreementInForce();
            there.importFamilies(10);
            there.openRound(inForce);
            try (var context = browser.newContext(new Browser.NewContextOptions().setBaseURL(own.address()))) {
                var complaints = new ArrayList<String>();
                context.onWebError(error -> complaints.add(error.error()));
                var page = signIn(context, there.credential(Area.PRACTICE, "professional"));
                page.navigate("/lists/" + there.list(Area.PRACTICE));
                page.keyboard().press("j");
                page.keyboard().press("1");
                waitFor(page, "Saved");
                page.keyboard().press("ArrowDown");
                page.keyboard().press("2");
                waitFor(page, "Saved");
                assertThat(page.textContent("[data-left]")).isEqualTo("8");
                page.keyboard().press("u");
                waitFor(page, "The last change is taken back");
                assertThat(page.textContent("[data-left]")).isEqualTo("9");
                page.keyboard().press("/");
                page.keyboard().type("Family7");
                page.keyboard().press("Enter");
                page.keyboard().press("1");
                waitFor(page, "Saved");
                page.click("text=Declare, the rest not judged");
                assertThat(page.textContent("main"))
                        .containsPattern("Priority\\s+2")
                        .contains("Not judged");
                page.click("main button");
                assertThat(page.textContent("main")).contains("The judgements are declared");
                assertThat(complaints).isEmpty();
            }
            there.mark(Area.CAMHS);
            there.mark(Area.COMMUNITY);
            own.moveOn(Duration.ofDays(30));
            own.part(Clockwork.class).whatIsDue();
            var priorities = new ArrayList<String>();
            Area.json(there.coordinator().get("/api/v1/queue")).forEach(place -> {
                if (place.get("health").asString().equals("health_priority")) {
                    priorities.add(place.get("family").asString());
                }
            });
            assertThat(priorities).containsExactlyInAnyOrder("F0", "F7");
        }
    }

    private static void waitFor(Page page, String words) {
        page.waitForCondition(() -> page.textContent("[data-said]").equals(words));
    }

    private static Page signIn(BrowserContext context, DemonstrationAccounts.Credential who) {
        var page = context.newPage();
        page.navigate("/sign-in");
        page.fill("#name", who.username());
        page.fill("#password", who.password());
        page.click("main button");
        return page;
    }

    private void openEverybody(String when) {
        open(when, null, "/", "/sign-in", "/notices");
        open(when, area.credential("Partnership", "administrator"), "/");
        for (var role : List.of("administrator", "coordinator", "key_worker", "information_governance_lead")) {
            open(when, area.credential(Area.TEAM, role), "/");
        }
        for (var role : List.of("professional", "service_lead", "caldicott_guardian")) {
            open(when, area.credential(Area.PRACTICE, role), "/");
        }
    }

    private void open(String when, DemonstrationAccounts.@Nullable Credential who, String... paths) {
        var reader = reader(who);
        try (var context = browser.newContext(new Browser.NewContextOptions().setBaseURL(hub.address()))) {
            var page = who == null ? context.newPage() : signIn(context, who);
            var waiting = new ArrayDeque<>(List.of(paths));
            var routes = new LinkedHashSet<String>();
            while (!waiting.isEmpty()) {
                var path = waiting.poll();
                var route = path.replaceAll(ID, "*").replaceAll("\\?(version|page|show|before)=.*", "");
                if (path.endsWith(".csv") || path.endsWith(".json") || !routes.add(route)) {
                    continue;
                }
                // Read first, for most are built like one that was looked at, and a browser takes ten times as long.
                var read = reader.get(path);
                if (read.status() == 404) {
                    continue;
                }
                waiting.addAll(read.document().select("a[href^=/]").eachAttr("href").stream()
                        .map(link -> link.replaceAll("#.*", ""))
                        .toList());
                if (seen.add(route + built(read.document()))) {
                    page.navigate(path);
                    look(page, when, who == null ? "nobody" : who.organisation() + " " + who.role(), route);
                }
            }
        }
    }

    private static TestHub.Browser reader(DemonstrationAccounts.@Nullable Credential who) {
        var reader = hub.browser();
        if (who != null) {
            reader.get("/sign-in")
                    .submit(form -> form.set("name", who.username()).set("password", who.password()));
        }
        return reader;
    }

    /// Pages that are built alike are looked at once.
    private static String built(Document page) {
        return page.select("main h1, main h2, main caption, main button, main dt, main td strong").stream()
                .map(one -> one.tagName() + one.text())
                .collect(Collectors.joining(","))
                .replaceAll("[0-9]+", "");
    }

    private void look(Page page, String when, String who, String route) {
        var name = (when + " " + who + " " + route).replaceAll("[^A-Za-z0-9]+", "-");
        page.evaluate(AXE);
        for (int width : WIDTHS) {
            page.setViewportSize(width, 844);
            var where = route + " as " + who + ", " + when + ", " + width + " wide";
            for (var violation : (List<?>) page.evaluate(WCAG)) {
                wrong.add(where + ": " + violation);
            }
            if (page.querySelectorAll("h1").size() != 1) {
                wrong.add(where + ": " + page.querySelectorAll("h1").size() + " headings of the first level");
            }
            if (!page.title().matches("..* – ..* – Kinmark")) {
                wrong.add(where + ": its title is not what, where, Kinmark");
            }
            var overflow = page.evaluate("document.scrollingElement.scrollWidth - window.innerWidth");
            if (((Number) overflow).intValue() > 0) {
                wrong.add(where + ": " + overflow + " pixels too wide");
            }
            if (TAKES_PICTURES) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve(name + "-" + width + ".png")));
            }
        }
    }
}
