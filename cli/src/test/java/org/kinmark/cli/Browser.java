package org.kinmark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
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

    static Browser open() {
        boolean there = Files.isExecutable(CHROMIUM);
        if ("1".equals(System.getenv("KINMARK_REQUIRE_BROWSER"))) {
            assertThat(there).as("there is a Chromium").isTrue();
        }
        assumeTrue(there, "there is no Chromium");
        return new Browser(Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
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
