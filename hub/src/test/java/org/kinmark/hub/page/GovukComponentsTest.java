package org.kinmark.hub.page;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Compares every component that we use with the cases that come with GOV.UK Frontend: the same options must give the
/// same elements, attributes and text.
class GovukComponentsTest {

    /// What our components do not have. A case with one of these options, or with options below it, is left out; every
    /// other case is compared.
    private static final Map<String, Set<String>> LEFT_OUT = Map.ofEntries(
            Map.entry(
                    "*",
                    Set.of(
                            "attributes",
                            "formGroup",
                            "errorMessage.visuallyHiddenText",
                            "errorMessage.html",
                            "errorMessage.attributes",
                            "errorMessage.classes",
                            "hint.html",
                            "hint.attributes",
                            "hint.classes",
                            "label.html",
                            "label.attributes",
                            "label.for",
                            "fieldset.attributes",
                            "fieldset.html",
                            "fieldset.legend.html",
                            "fieldset.describedBy",
                            "fieldset.classes",
                            "fieldset.role",
                            "visuallyHiddenText")),
            Map.entry("back-link", Set.of("html", "classes")),
            Map.entry("button", Set.of("html", "disabled")),
            Map.entry(
                    "checkboxes",
                    Set.of(
                            "describedBy",
                            "values",
                            "items.divider",
                            "items.conditional",
                            "items.name",
                            "items.disabled",
                            "items.behaviour",
                            "items.attributes",
                            "items.html",
                            "items.label",
                            "items.hint.html",
                            "items.hint.classes",
                            "items.hint.attributes",
                            "items.exclusive")),
            Map.entry(
                    "date-input",
                    Set.of(
                            "items",
                            "values",
                            "classes",
                            "day.error",
                            "month.error",
                            "year.error",
                            "day.classes",
                            "month.classes",
                            "year.classes",
                            "day.label",
                            "month.label",
                            "year.label",
                            "day.name",
                            "month.name",
                            "year.name",
                            "day.attributes",
                            "month.attributes",
                            "year.attributes",
                            "day.autocomplete",
                            "month.autocomplete",
                            "year.autocomplete",
                            "day.pattern",
                            "month.pattern",
                            "year.pattern",
                            "day.inputmode",
                            "month.inputmode",
                            "year.inputmode",
                            "day.id",
                            "month.id",
                            "year.id")),
            Map.entry("details", Set.of("summaryHtml", "classes")),
            Map.entry("error-message", Set.of("html")),
            Map.entry(
                    "error-summary",
                    Set.of(
                            "titleHtml",
                            "descriptionHtml",
                            "classes",
                            "disableAutoFocus",
                            "errorList.html",
                            "errorList.attributes")),
            Map.entry("fieldset", Set.of("html", "describedBy", "role", "classes", "legend.html")),
            Map.entry(
                    "file-upload",
                    Set.of(
                            "javascript",
                            "multiple",
                            "disabled",
                            "value",
                            "chooseFilesButtonText",
                            "dropInstructionText",
                            "noFileChosenText",
                            "multipleFilesChosenText",
                            "enteredDropZoneText",
                            "leftDropZoneText",
                            "wrapperClasses",
                            "wrapperAttributes")),
            Map.entry("hint", Set.of("html")),
            Map.entry(
                    "input",
                    Set.of("disabled", "prefix", "inputWrapper", "suffix.html", "suffix.classes", "suffix.attributes")),
            Map.entry("inset-text", Set.of("classes")),
            Map.entry("label", Set.of("html")),
            Map.entry(
                    "notification-banner",
                    Set.of(
                            "html",
                            "titleHtml",
                            "titleText",
                            "titleId",
                            "titleHeadingLevel",
                            "role",
                            "disableAutoFocus",
                            "classes")),
            Map.entry("panel", Set.of("titleHtml", "headingLevel", "classes", "actions")),
            Map.entry(
                    "exit-this-page",
                    Set.of(
                            "text",
                            "html",
                            "activatedText",
                            "timedOutText",
                            "pressTwoMoreTimesText",
                            "pressOneMoreTimeText")),
            Map.entry("phase-banner", Set.of("tag.html", "tag.classes")),
            Map.entry(
                    "radios",
                    Set.of(
                            "items.divider",
                            "items.conditional",
                            "items.disabled",
                            "items.attributes",
                            "items.html",
                            "items.label",
                            "items.hint.html",
                            "items.hint.attributes",
                            "items.hint.classes",
                            "value")),
            Map.entry("select", Set.of("value", "items.disabled", "items.attributes", "items.hidden")),
            Map.entry(
                    "service-navigation",
                    Set.of(
                            "serviceName",
                            "serviceUrl",
                            "slots",
                            "classes",
                            "ariaLabel",
                            "menuButtonText",
                            "menuButtonLabel",
                            "navigationLabel",
                            "navigationId",
                            "navigationClasses",
                            "collapseNavigationOnMobile",
                            "navigation.html",
                            "navigation.active",
                            "navigation.attributes")),
            Map.entry("skip-link", Set.of("html", "classes")),
            Map.entry(
                    "summary-list",
                    Set.of(
                            "card",
                            "classes",
                            "rows.classes",
                            "rows.key.html",
                            "rows.key.classes",
                            "rows.value.html",
                            "rows.value.classes",
                            "rows.actions.classes",
                            "rows.actions.items.html",
                            "rows.actions.items.attributes",
                            "rows.actions.items.classes")),
            Map.entry(
                    "table",
                    Set.of(
                            "classes",
                            "head.html",
                            "head.classes",
                            "head.colspan",
                            "head.rowspan",
                            "head.attributes",
                            "rows.html",
                            "rows.classes",
                            "rows.colspan",
                            "rows.rowspan",
                            "rows.attributes")),
            Map.entry("tag", Set.of("html")),
            Map.entry(
                    "task-list",
                    Set.of(
                            "classes",
                            "items.title.html",
                            "items.title.classes",
                            "items.hint.html",
                            "items.status.html",
                            "items.status.tag.html",
                            "items.status.tag.attributes",
                            "items.status.classes",
                            "items.classes")),
            Map.entry("textarea", Set.of()),
            Map.entry("warning-text", Set.of("html", "classes")));

    /// Cases that no option sets apart.
    private static final Set<String> LEFT_OUT_BY_NAME = Set.of(
            // Ours ask for the whole of a date, give every option a value, and always prevent a second click.
            "button: don't prevent double click",
            "date-input: day and month",
            "date-input: month and year",
            "label: empty",
            "select: without values",
            // A row with nothing in it.
            "summary-list: with falsy values",
            "task-list: with empty values",
            "table: with falsy items");

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);

    @TestFactory
    Stream<DynamicTest> the_same_options_give_the_same_elements() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        var compared = new TreeMap<String, Integer>();
        for (var component : new TreeSet<>(LEFT_OUT.keySet())) {
            if (component.equals("*")) {
                continue;
            }
            for (var fixture : fixtures(component)) {
                if (isCompared(component, fixture)) {
                    compared.merge(component, 1, Integer::sum);
                    var name = component + ": " + fixture.get("name").asString();
                    tests.add(DynamicTest.dynamicTest(name, () -> compare(component, fixture)));
                }
            }
        }
        tests.add(DynamicTest.dynamicTest(
                "no component is left out altogether",
                () -> assertThat(compared.keySet()).hasSize(LEFT_OUT.size() - 1)));
        return tests.stream();
    }

    private static JsonNode fixtures(String component) throws IOException {
        try (var in = GovukComponentsTest.class.getResourceAsStream("/govuk/" + component + ".json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in)).get("fixtures");
        }
    }

    private static boolean isCompared(String component, JsonNode fixture) {
        var used = new TreeSet<String>();
        paths("", fixture.get("options"), used);
        var left = new TreeSet<>(Objects.requireNonNull(LEFT_OUT.get(component)));
        left.addAll(Objects.requireNonNull(LEFT_OUT.get("*")));
        return !LEFT_OUT_BY_NAME.contains(component + ": " + fixture.get("name").asString())
                && !hasSeveralActions(component, fixture)
                && left.stream()
                        .noneMatch(
                                one -> used.stream().anyMatch(path -> path.equals(one) || path.startsWith(one + ".")))
                && isPossible(component, fixture.get("options"));
    }

    /// Ours cannot be made without a question.
    private static boolean isPossible(String component, JsonNode options) {
        return switch (component) {
            case "radios", "checkboxes", "date-input" ->
                options.path("fieldset").has("legend");
            case "fieldset" -> options.has("legend");
            case "summary-list" -> stream(options.path("rows")).allMatch(row -> row.hasNonNull("key"));
            case "service-navigation" ->
                options.has("navigation")
                        && stream(options.get("navigation")).allMatch(item -> item.hasNonNull("href"))
                        && !options.get("navigation").isEmpty();
            default -> true;
        };
    }

    private static boolean hasSeveralActions(String component, JsonNode fixture) {
        return component.equals("summary-list")
                && stream(fixture.get("options").path("rows"))
                        .anyMatch(row -> row.path("actions").path("items").size() > 1);
    }

    private static void paths(String at, JsonNode node, Set<String> into) {
        if (node.isObject()) {
            node.propertyStream().forEach(field -> {
                var path = at.isEmpty() ? field.getKey() : at + "." + field.getKey();
                boolean isNothing = field.getValue().isNull()
                        || field.getValue().isObject() && field.getValue().isEmpty();
                if (!isNothing) {
                    into.add(path);
                }
                paths(path, field.getValue(), into);
            });
        } else if (node.isArray()) {
            node.forEach(element -> paths(at, element, into));
        }
    }

    private static void compare(String component, JsonNode fixture) {
        var output = new StringOutput();
        var options = fixture.get("options");
        TEMPLATES.render(template(component), GovukOptions.of(component, options), output);
        assertThat(normal(output.toString()))
                .isEqualTo(normal(fixture.get("html").asString()));
    }

    private static String template(String component) {
        var words = component.split("-");
        var name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Described.capital(words[i]));
        }
        return "govuk/" + (component.equals("fieldset") ? "legend" : name) + ".jte";
    }

    /// The elements with their attributes and words in order of the alphabet, one a line, and the text without the
    /// white space that no browser shows.
    private static String normal(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        if (body.children().size() == 1 && body.child(0).is("fieldset")) {
            return normal(body.child(0).html());
        }
        var lines = new StringBuilder();
        body.childNodes().forEach(node -> write(node, 0, lines));
        return lines.toString();
    }

    private static void write(org.jsoup.nodes.Node node, int depth, StringBuilder lines) {
        var indent = " ".repeat(depth);
        if (node instanceof TextNode text) {
            if (!text.text().isBlank()) {
                lines.append(indent).append(text.text().strip()).append('\n');
            }
        } else if (node instanceof Element element) {
            var attributes = new TreeMap<String, String>();
            element.attributes().forEach(attribute -> attributes.put(attribute.getKey(), words(attribute)));
            lines.append(indent)
                    .append('<')
                    .append(element.tagName())
                    .append(' ')
                    .append(attributes)
                    .append('\n');
            element.childNodes().forEach(child -> write(child, depth + 1, lines));
        }
    }

    private static String words(org.jsoup.nodes.Attribute attribute) {
        return attribute.getKey().equals("class")
                ? String.join(
                        " ", new TreeSet<>(List.of(attribute.getValue().strip().split("\\s+"))))
                : attribute.getValue();
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return array.valueStream();
    }

    static Content content(JsonNode options) {
        return output -> {
            if (options.hasNonNull("html")) {
                output.writeContent(options.get("html").asString());
            } else {
                output.writeUserContent(text(options, "text"));
            }
        };
    }

    static @Nullable String text(JsonNode options, String field) {
        return options.hasNonNull(field) ? options.get(field).asString() : null;
    }
}
