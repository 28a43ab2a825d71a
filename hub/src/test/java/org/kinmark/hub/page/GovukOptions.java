package org.kinmark.hub.page;

import static org.kinmark.hub.page.GovukComponentsTest.content;
import static org.kinmark.hub.page.GovukComponentsTest.stream;
import static org.kinmark.hub.page.GovukComponentsTest.text;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// From the options of GOV.UK Frontend's macros to the parameters of our templates.
final class GovukOptions {

    private final JsonNode options;
    private final Map<String, Object> parameters = new HashMap<>();

    private GovukOptions(JsonNode options) {
        this.options = options;
    }

    static Map<String, Object> of(String component, JsonNode options) {
        return new GovukOptions(options).read(component);
    }

    private Map<String, Object> read(String component) {
        switch (component) {
            case "back-link" -> same("href", "text");
            case "button" -> {
                same("text", "href", "type", "name", "value", "id", "classes");
                flag("preventDoubleClick", options.path("preventDoubleClick"));
                flag("isStartButton", options.path("isStartButton"));
                parameters.putIfAbsent("text", "");
            }
            case "checkboxes", "radios" -> {
                question();
                same("name", "idPrefix", "classes");
                parameters.put("items", choices());
            }
            case "date-input" -> {
                question();
                same("id", "namePrefix");
                for (var part : List.of("day", "month", "year")) {
                    put(part, text(options.path(part), "value"));
                }
            }
            case "details" -> {
                same("id");
                put("summary", text(options, "summaryText"));
                flag("open", options.path("open"));
                parameters.put("content", content(options));
            }
            case "error-message", "hint" -> same("id", "text", "classes");
            case "error-summary" -> {
                put("title", text(options, "titleText"));
                put("description", text(options, "descriptionText"));
                parameters.put(
                        "mistakes",
                        stream(options.path("errorList"))
                                .map(one -> new Mistake(String.valueOf(text(one, "text")), text(one, "href")))
                                .toList());
            }
            case "fieldset" -> legend(options.path("legend"), "text", "classes", "isPageHeading");
            case "file-upload" -> {
                field();
                same("classes");
            }
            case "input" -> {
                field();
                same(
                        "value",
                        "type",
                        "classes",
                        "inputmode",
                        "autocomplete",
                        "autocapitalize",
                        "pattern",
                        "spellcheck");
                put("suffix", text(options.path("suffix"), "text"));
            }
            case "inset-text" -> {
                same("id");
                parameters.put("content", content(options));
            }
            case "label" -> {
                same("text", "classes");
                put("target", text(options, "for"));
                flag("isPageHeading", options.path("isPageHeading"));
            }
            case "notification-banner" -> {
                same("text");
                parameters.put("success", "success".equals(text(options, "type")));
            }
            case "panel" -> {
                put("title", text(options, "titleText"));
                if (options.hasNonNull("text") || options.hasNonNull("html")) {
                    parameters.put("content", content(options));
                }
            }
            case "phase-banner" -> {
                same("classes");
                put("tag", text(options.path("tag"), "text"));
                parameters.put("content", content(options));
            }
            case "select" -> {
                field();
                same("classes");
                parameters.put("items", choices());
            }
            case "service-navigation" ->
                parameters.put(
                        "navigation",
                        stream(options.get("navigation"))
                                .map(item -> new Place(
                                        String.valueOf(text(item, "text")),
                                        String.valueOf(text(item, "href")),
                                        item.path("current").asBoolean(false)))
                                .toList());
            case "exit-this-page" -> same("redirectUrl");
            case "skip-link" -> {
                same("text", "href");
                parameters.putIfAbsent("href", "#content");
            }
            case "summary-list" -> parameters.put("rows", facts());
            case "table" -> table();
            case "tag" -> same("text", "classes");
            case "task-list" -> {
                same("idPrefix");
                parameters.put("items", tasks());
            }
            case "textarea" -> {
                field();
                same("value", "classes", "autocomplete", "spellcheck");
                if (options.has("rows")) {
                    parameters.put("rows", options.get("rows").asInt());
                }
            }
            case "warning-text" -> same("text", "iconFallbackText");
            default -> throw new IllegalArgumentException(component);
        }
        return parameters;
    }

    private void same(String... names) {
        for (var name : names) {
            put(name, text(options, name));
        }
    }

    private void put(String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }

    private void flag(String name, JsonNode value) {
        parameters.put(name, value.asBoolean(false));
    }

    private void field() {
        same("name", "id", "describedBy");
        put("label", text(options.path("label"), "text"));
        put("labelClasses", text(options.path("label"), "classes"));
        flag("labelIsPageHeading", options.path("label").path("isPageHeading"));
        hintAndError();
    }

    private void question() {
        legend(options.path("fieldset").path("legend"), "legend", "legendClasses", "legendIsPageHeading");
        hintAndError();
    }

    private void legend(JsonNode legend, String text, String classes, String heading) {
        put(text, text(legend, "text"));
        put(classes, text(legend, "classes"));
        flag(heading, legend.path("isPageHeading"));
    }

    private void hintAndError() {
        put("hint", text(options.path("hint"), "text"));
        put("error", text(options.path("errorMessage"), "text"));
    }

    private List<Choice> choices() {
        return stream(options.path("items"))
                .filter(JsonNode::isObject)
                .map(item -> new Choice(
                        item.hasNonNull("value") ? item.get("value").asString() : String.valueOf(text(item, "text")),
                        String.valueOf(text(item, "text")),
                        text(item.path("hint"), "text"),
                        item.path("checked").asBoolean(false)
                                || item.path("selected").asBoolean(false),
                        text(item, "id")))
                .toList();
    }

    private List<Fact> facts() {
        return stream(options.path("rows"))
                .filter(JsonNode::isObject)
                .map(row -> {
                    var action = row.path("actions").path("items").path(0);
                    var hidden = text(action, "visuallyHiddenText");
                    return new Fact(
                            String.valueOf(text(row.path("key"), "text")),
                            List.of(String.valueOf(text(row.path("value"), "text"))),
                            text(action, "href"),
                            String.valueOf(text(action, "text")),
                            hidden == null ? "" : hidden);
                })
                .toList();
    }

    private List<Task> tasks() {
        return stream(options.path("items"))
                .filter(JsonNode::isObject)
                .map(item -> {
                    var tag = item.path("status").path("tag");
                    var classes = tag.isMissingNode() ? null : text(tag, "classes");
                    return new Task(
                            String.valueOf(text(item.path("title"), "text")),
                            text(item.path("hint"), "text"),
                            text(item, "href"),
                            String.valueOf(text(tag.isMissingNode() ? item.path("status") : tag, "text")),
                            tag.isMissingNode() ? null : classes == null ? "" : classes);
                })
                .toList();
    }

    private void table() {
        same("caption");
        parameters.put(
                "captionClasses",
                options.hasNonNull("captionClasses")
                        ? options.get("captionClasses").asString()
                        : "");
        flag("firstCellIsHeader", options.path("firstCellIsHeader"));
        parameters.put(
                "head",
                stream(options.path("head"))
                        .map(cell -> String.valueOf(text(cell, "text")))
                        .toList());
        var first = options.path("rows").path(0);
        parameters.put(
                "numeric",
                IntStream.range(0, first.size())
                        .filter(i -> "numeric".equals(text(first.get(i), "format")))
                        .boxed()
                        .toList());
        var rows = new ArrayList<List<Content>>();
        stream(options.path("rows"))
                .filter(JsonNode::isArray)
                .forEach(row ->
                        rows.add(stream(row).map(GovukComponentsTest::content).toList()));
        parameters.put("rows", rows);
    }
}
