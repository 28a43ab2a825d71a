package org.kinmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The page that explains a linkage, as whoever asked for it opens it.
class LinksPageTest {

    private static @Nullable Browser started;
    private static final Path AREA = area();

    @TempDir
    private Path folder;

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
    void browser() {
        Browser.require();
    }

    /// An invented area, of which the first practice's register is linked.
    private static Path area() {
        try {
            var area = Files.createTempDirectory("kinmark-area").resolve("area");
            var run = Run.of(
                    "generate", "--families", "60", "--services", "8", "--patients", "1500", "--out", area.toString());
            assertThat(run.exit()).as(String.join("\n", run.err())).isZero();
            // Whoever is in two families has two rows there, and an id is to be on one.
            var seen = new HashSet<String>();
            Files.write(
                    area.resolve("left.csv"),
                    Files.readAllLines(area.resolve("families.csv")).stream()
                            .filter(line -> seen.add(line.split(",")[1]))
                            .toList());
            return area;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path register() {
        try (var services = Files.list(AREA.resolve("services"))) {
            return services.sorted().findFirst().orElseThrow().resolve("register.csv");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Run explain(String... more) {
        return Run.of(Stream.concat(
                        Stream.of(
                                "link",
                                AREA.resolve("left.csv").toString(),
                                register().toString(),
                                "--many-to-one",
                                "--out",
                                folder.resolve("links.csv").toString(),
                                "--explain",
                                folder.resolve("links.html").toString()),
                        Arrays.stream(more))
                .toArray(String[]::new));
    }

    private Page page(int width) {
        return Objects.requireNonNull(started).page(folder.resolve("links.html"), width);
    }

    @Test
    void each_link_has_its_waterfall_with_the_probability_that_the_links_file_has() throws IOException {
        assertThat(explain().exit()).isZero();
        var page = page(1280);
        var links = Files.readAllLines(folder.resolve("links.csv"));
        assertThat(page.locator(".pair[data-linked]").count()).isEqualTo(links.size() - 1);
        var fields = links.get(3).split(",");
        find(page, fields[0]);
        var pair = page.locator(".pair:visible").filter(new Locator.FilterOptions().setHasText(fields[1]));
        assertThat(pair.locator("summary").innerText()).startsWith(fields[0] + " and " + fields[1] + ": ");
        open(pair);
        var bits = pair.locator("tbody .number").allInnerTexts().stream()
                .mapToDouble(text -> Double.parseDouble(text.replace('−', '-')))
                .sum();
        double weight = Double.parseDouble(fields[3]);
        // Each of a dozen numbers is rounded to a tenth.
        assertThat(Math.min(bits, 50)).isBetween(weight - .7, weight + .7);
        assertThat(pair.locator("tfoot").innerText()).contains("likely");
        assertThat(pair.locator("tbody tr").count())
                .isEqualTo(pair.locator("tbody svg").count());
    }

    private static void find(Page page, String id) {
        page.locator("#find").fill(id);
        page.locator("#find").press("Enter");
    }

    private static void open(Locator pair) {
        if (pair.getAttribute("open") == null) {
            pair.locator("summary").click();
        }
    }

    @Test
    void a_pair_that_somebody_asks_about_is_there_though_nothing_links_it() throws IOException {
        var left = firstId(AREA.resolve("left.csv"), 1);
        var right = firstId(register(), 0);
        Files.writeString(
                folder.resolve("asked.csv"), "left_id,right_id\n%s,%s\nnobody,%s\n".formatted(left, right, right));
        var run = explain("--explain-pairs", folder.resolve("asked.csv").toString());
        assertThat(run.exit()).isZero();
        assertThat(run.err()).anyMatch(line -> line.contains("one pair here is not of these two files"));
        var first = page(1280).locator(".pair").first();
        assertThat(first.locator("summary").innerText())
                .startsWith(left + " and " + right + ": ")
                .contains("no link");
    }

    private static String firstId(Path file, int column) throws IOException {
        return Files.readAllLines(file).get(1).split(",")[column];
    }

    @Test
    void two_nhs_numbers_are_told_as_no_link_whatever_else_agrees_and_any_cut_can_be_drawn() throws IOException {
        var head = "id,nhs_number,given_name,family_name,birth_date,sex,postcode\n";
        var rest = ",Maeve,Coldworth,1990-05-17,F,QX3 4AB\n";
        Files.writeString(folder.resolve("left.csv"), head + "a,9434765919" + rest);
        Files.writeString(folder.resolve("right.csv"), head + "b,9434765870" + rest + "c," + rest);
        Files.writeString(folder.resolve("asked.csv"), "left_id,right_id\na,b\n");
        var run = Run.of(
                "link",
                folder.resolve("left.csv").toString(),
                folder.resolve("right.csv").toString(),
                "--out",
                folder.resolve("links.csv").toString(),
                "--explain",
                folder.resolve("links.html").toString(),
                "--explain-pairs",
                folder.resolve("asked.csv").toString(),
                "--min-probability",
                "0");
        assertThat(run.exit()).as(String.join("\n", run.err())).isZero();
        var page = page(1280);
        var pair = page.locator(".pair").first();
        assertThat(pair.locator("summary").innerText()).isEqualTo("a and b: never a link: their NHS numbers differ");
        open(pair);
        assertThat(pair.locator("tfoot").innerText()).startsWith("Never linked").doesNotContain("likely");
        assertThat(page.locator("main").innerText()).doesNotContain("Infinity", "NaN");
    }

    @Test
    void the_answers_are_on_it_where_they_are_known_and_nothing_else_changes() throws IOException {
        assertThat(explain().exit()).isZero();
        var without = Files.readString(folder.resolve("links.html"));
        var links = Files.readString(folder.resolve("links.csv"));
        assertThat(without).doesNotContain("How right the links are");
        assertThat(explain("--truth", AREA.resolve("truth.csv").toString()).exit())
                .isZero();
        assertThat(Files.readString(folder.resolve("links.csv"))).isEqualTo(links);
        var page = page(1280);
        assertThat(page.locator("h2").allInnerTexts()).contains("How right the links are");
        assertThat(page.locator(".curve polyline").count()).isEqualTo(2);
        assertThat(page.locator("th:has-text('this cut')").count()).isEqualTo(1);
    }

    @Test
    void nobodys_name_birth_date_or_postcode_is_on_it() throws IOException {
        assertThat(explain().exit()).isZero();
        var words = Arrays.stream(Files.readString(folder.resolve("links.html")).split("[^\\p{L}\\p{N}-]+"))
                .collect(Collectors.toSet());
        for (var file : new Path[] {AREA.resolve("left.csv"), register()}) {
            var lines = Files.readAllLines(file);
            var heads = Arrays.asList(lines.getFirst().split(","));
            for (var line : lines.subList(1, lines.size())) {
                var fields = line.split(",", -1);
                for (var name : new String[] {"nhs_number", "given_name", "family_name", "birth_date", "postcode"}) {
                    var value = fields[heads.indexOf(name)];
                    // A name that is a word of the page, or a value of two words, tells nothing here.
                    Optional.of(value)
                            .filter(one -> one.length() > 4 && !one.contains(" ") && !one.contains("\""))
                            .ifPresent(one -> assertThat(words.contains(one))
                                    .as("a %s of %s is on the page", name, file.getFileName())
                                    .isFalse());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void can_be_read_by_everybody_and_asks_nothing_of_anybody(int width) {
        assertThat(explain("--truth", AREA.resolve("truth.csv").toString()).exit())
                .isZero();
        var page = page(width);
        page.locator(".pair summary").first().click();
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
        page.locator("#not-linked").click();
        assertThat(page.locator(".pair:visible[data-linked]").count()).isZero();
        assertThat(page.locator("#said").innerText()).contains("that are no link");
        assertThat(Objects.requireNonNull(started).requests()).allMatch(address -> address.startsWith("file:"));
        assertThat(Objects.requireNonNull(started).complaints()).isEmpty();
    }

    @Test
    void a_page_of_nobody_says_so() throws IOException {
        for (var name : new String[] {"left.csv", "right.csv"}) {
            Files.writeString(folder.resolve(name), "id,given_name,birth_date\n");
        }
        var run = Run.of(
                "link",
                folder.resolve("left.csv").toString(),
                folder.resolve("right.csv").toString(),
                "--out",
                folder.resolve("links.csv").toString(),
                "--explain",
                folder.resolve("links.html").toString());
        assertThat(run.exit()).as(String.join("\n", run.err())).isZero();
        assertThat(page(1280).locator("main").innerText())
                .contains("No record has a pair that is at all likely")
                .contains("Every record of the left file has a link");
    }

    @Test
    void no_file_is_written_over_one_that_is_read_or_twice() throws IOException {
        var before = Files.readString(register());
        assertThat(explain("--report", register().toString()).err())
                .singleElement()
                .asString()
                .endsWith("register.csv is both read and written");
        assertThat(explain("--report", folder.resolve("links.html").toString()).err())
                .singleElement()
                .asString()
                .endsWith("links.html would be written twice");
        assertThat(Files.readString(register())).isEqualTo(before);
        assertThat(folder).isEmptyDirectory();
        assertThat(Run.of("link", "a.csv", "b.csv", "--out", "c.csv", "--explain-pairs", "d.csv")
                        .err())
                .contains("--explain-pairs: say with --explain where the page is to be written");
    }
}
