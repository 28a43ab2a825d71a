package org.kinmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DecideCommandTest {

    private static final Path CASES = Path.of("../rules/src/test/resources/cases");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String REQUEST =
            "{\"purpose\":\"support\",\"content\":\"family_mark\",\"recipient\":\"other\"}";
    private static final String DECISION =
            "{\"decision\":\"withhold\",\"rule\":1,\"reasons\":[\"mark_is_for_identification\"],\"duties\":[],"
                    + "\"refer_to\":[],\"row\":\"M1\"}\n";

    @TempDir
    private Path folder;

    @Test
    void every_case_gets_its_decision_as_one_line_with_the_same_keys_in_the_same_order() throws IOException {
        for (var file : List.of("rows.jsonl", "pairs.jsonl")) {
            for (var line : cases(file)) {
                assertThat(decide(line.get("request").toString()))
                        .isEqualTo(new Run(0, line.get("decision") + "\n", List.of()));
            }
        }
    }

    @Test
    void an_array_gets_a_line_for_each_request_in_its_order() throws IOException {
        var cases = cases("rows.jsonl");
        var requests =
                cases.stream().map(line -> line.get("request").toString()).collect(Collectors.joining(", ", "[", "]"));
        var decisions = cases.stream().map(line -> line.get("decision") + "\n").collect(Collectors.joining());
        assertThat(decide(requests)).isEqualTo(new Run(0, decisions, List.of()));
    }

    @Test
    void an_empty_array_prints_nothing() throws IOException {
        assertThat(decide(" [ ]\n")).isEqualTo(new Run(0, "", List.of()));
    }

    @Test
    void every_case_that_is_refused_names_its_fields_a_line_each_and_decides_nothing() throws IOException {
        for (var line : cases("refused.jsonl")) {
            var run = decide(line.get("text").asString());
            assertThat(run.exit()).as(line.toString()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).as(line.toString()).hasSameSizeAs(line.get("names"));
            for (int i = 0; i < run.err().size(); i++) {
                assertThat(run.err().get(i))
                        .startsWith(folder.resolve("request.json") + ", line 1: "
                                + line.get("names").get(i).asString() + " ");
            }
        }
    }

    @Test
    void no_value_is_ever_quoted() throws IOException {
        var run = decide("{\"purpose\":\"Mary Smith\",\"content\":\"Mary Smith\",\"recipient\":\"Mary Smith\","
                + "\"Mary Smith\":1,\"person\":{\"age\":\"Mary Smith\"},\"approvals\":[\"Mary Smith\"]");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).isNotEmpty().noneMatch(line -> line.contains("Mary"));
    }

    @Test
    void a_field_whose_name_could_be_anything_is_not_shown() throws IOException {
        var name = "(a name that is no plain word) is not a field of a request";
        assertThat(decide(with("\"Mary Smith\":1")).err())
                .singleElement()
                .asString()
                .endsWith(": " + name);
        assertThat(decide(with("\"9434765919\":1")).err())
                .singleElement()
                .asString()
                .endsWith(": " + name);
        assertThat(decide(with("\"person.age\":3")).err())
                .singleElement()
                .asString()
                .endsWith(": " + name);
        assertThat(decide(with("\"a\\u001b[2Jb\\n\":3")).err())
                .singleElement()
                .asString()
                .endsWith(": " + name);
        assertThat(decide(with("\"person\":{\"\":3}")).err())
                .singleElement()
                .asString()
                .endsWith(": person." + name);
    }

    @Test
    void mistakes_name_the_line_they_stand_in() throws IOException {
        assertThat(decide("[\n" + REQUEST + ",\n" + with("\n\"urgent\":1") + "]")
                        .err())
                .containsExactly(file() + ", line 4: [1].urgent must be true or false");
    }

    @Test
    void at_most_twenty_mistakes_are_shown_and_then_their_number() throws IOException {
        var wrong = "[" + "1,".repeat(24) + "1]";
        assertThat(decide(wrong).err()).hasSize(21).last().asString().contains("25 mistakes");
    }

    @Test
    void what_is_no_json_is_named_by_line_and_column_and_nothing_else_is_said() throws IOException {
        assertThat(decide("{\"urgent\":1,\n \"content\" \"family_mark\"}").err())
                .singleElement()
                .asString()
                .startsWith(file() + ", line 2, column 1")
                .endsWith(": this is not JSON");
        assertThat(decide(REQUEST + " x").err()).singleElement().asString().endsWith(": this is not JSON");
        assertThat(decide("{\"age\": 007}").err()).singleElement().asString().endsWith(": this is not JSON");
        assertThat(decide("[" + REQUEST).err())
                .singleElement()
                .asString()
                .endsWith(": the text ends where JSON is not complete");
    }

    @Test
    void nothing_may_follow() throws IOException {
        assertRefused(decide(REQUEST + REQUEST), "line 1: nothing may follow the request or the array of requests");
        assertRefused(decide("[]{}"), "line 1: nothing may follow the request or the array of requests");
    }

    @Test
    void brackets_nested_a_hundred_thousand_deep_are_refused_in_a_sentence() throws IOException {
        assertThat(decide("[".repeat(100_000)).err()).singleElement().asString().contains("nested too deeply");
        assertThat(decide("{\"a\":".repeat(100_000)).err())
                .singleElement()
                .asString()
                .contains("nested too deeply");
        assertThat(decide(with("\"a\":" + "[".repeat(100_000))).err())
                .singleElement()
                .asString()
                .contains("nested too deeply");
    }

    @Test
    void a_text_that_holds_no_request_is_refused_in_a_sentence() throws IOException {
        assertRefused(decide(""), "it is empty: a request or an array of requests is needed");
        assertRefused(decide(" \n"), "it is empty: a request or an array of requests is needed");
        for (var scalar : List.of("3", "\"x\"", "true", "null")) {
            assertRefused(decide(scalar), "line 1: the text must be one request, a JSON object, or an array of them");
        }
    }

    @Test
    void a_text_that_is_not_utf_8_is_refused_in_a_sentence() throws IOException {
        var wide = "this is UTF-16 or a binary file: save it as UTF-8 text";
        assertRefused(decide(REQUEST.getBytes(StandardCharsets.UTF_16)), wide);
        assertRefused(decide(REQUEST.getBytes(StandardCharsets.UTF_16LE)), wide);
        assertRefused(decide(REQUEST.getBytes(StandardCharsets.UTF_16BE)), wide);
        assertRefused(decide(with("\"é\":1").getBytes(StandardCharsets.ISO_8859_1)), "this is not UTF-8 text");
    }

    @Test
    void a_byte_order_mark_is_passed_over() throws IOException {
        assertThat(decide("\uFEFF" + REQUEST)).isEqualTo(new Run(0, DECISION, List.of()));
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_in_a_sentence() {
        assertThat(Run.of("decide", file() + "x"))
                .isEqualTo(new Run(2, "", List.of(file() + "x: there is no such file")));
        assertThat(Run.of("decide", folder.toString()))
                .isEqualTo(new Run(2, "", List.of(folder + ": this is a folder")));
    }

    @Test
    void a_hyphen_is_standard_input() {
        var in = System.in;
        try {
            System.setIn(new ByteArrayInputStream(REQUEST.getBytes(StandardCharsets.UTF_8)));
            assertThat(Run.of("decide", "-")).isEqualTo(new Run(0, DECISION, List.of()));
            System.setIn(new ByteArrayInputStream(new byte[0]));
            assertThat(Run.of("decide", "-").err())
                    .singleElement()
                    .asString()
                    .startsWith("standard input: it is empty");
        } finally {
            System.setIn(in);
        }
    }

    @Test
    void a_call_without_a_file_says_so_and_the_help_has_an_example() {
        assertThat(Run.of("decide").exit()).isEqualTo(2);
        assertThat(Run.of("decide").err()).singleElement().asString().contains("REQUEST.json");
        assertThat(Run.of("decide", "--help").exit()).isZero();
        assertThat(Run.of("decide", "--help").out()).contains("kinmark decide request.json", "Exit codes");
    }

    private String file() {
        return folder.resolve("request.json").toString();
    }

    private void assertRefused(Run run, String message) {
        var place = message.startsWith("line") ? ", " : ": ";
        assertThat(run).isEqualTo(new Run(2, "", List.of(file() + place + message)));
    }

    /// The request with one more field.
    private static String with(String field) {
        return REQUEST.substring(0, REQUEST.length() - 1) + "," + field + "}";
    }

    private Run decide(String text) throws IOException {
        return decide(text.getBytes(StandardCharsets.UTF_8));
    }

    private Run decide(byte[] text) throws IOException {
        return Run.of(
                "decide", Files.write(folder.resolve("request.json"), text).toString());
    }

    private static List<JsonNode> cases(String file) throws IOException {
        return Files.readAllLines(CASES.resolve(file)).stream()
                .map(JSON::readTree)
                .toList();
    }
}
