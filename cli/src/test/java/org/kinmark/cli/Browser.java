package org.kinmark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// A real Chromium for tests of pages. Where the machine has none the tests are skipped, unless
/// `KINMARK_REQUIRE_BROWSER=1` makes that a failure.
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final BrowserContext context;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Browser(Playwright playwright) {
        this.playwright = playwright;
        this.context = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--headless",
                                "--no-sandbox",
                                "--disable-dev-shm-usage",
                                "--disable-gpu",
                                "--disable-background-networking")))
                .newContext();
        context.onRequest(request -> requests.add(request.url()));
        context.onConsoleMessage(message -> complaints.add(message.text()));
        context.onWebError(error -> complaints.add(error.error()));
    }

    static boolean isThere() {
        return Files.isExecutable(CHROMIUM);
    }

    /// To be asked before each test: skips it, or fails, where there is no browser.
    static void require() {
        if ("1".equals(System.getenv("KINMARK_REQUIRE_BROWSER"))) {
            assertThat(isThere()).as("there is a Chromium").isTrue();
        }
        if (!isThere()) {
            noteSkipped();
        }
        assumeTrue(isThere(), "there is no Chromium");
    }

    static Browser open() {
        return new Browser(Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
    }

    /// One line for each test that is skipped; the build counts them and says so at its end.
    private static void noteSkipped() {
        try {
            Files.writeString(
                    Path.of("target", "skipped-browser-tests.txt"),
                    "skipped\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Opens a file as a person does.
    Page page(Path file, int width) {
        var page = context.newPage();
        page.setViewportSize(width, 844);
        page.navigate(file.toUri().toString());
        return page;
    }

    /// Every address that a page asked for.
    List<String> requests() {
        return requests;
    }

    /// What pages wrote to the console, and errors that no script caught.
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
