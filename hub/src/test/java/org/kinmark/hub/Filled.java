package org.kinmark.hub;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// What somebody of the team types into a form that it never saw before: it goes by the fields' names, and
/// keeps what they hold already.
final class Filled {

    /// By the end of a field's name; what is not here is answered with a few words.
    private static final Map<String, String> ANSWERS = answers();

    private static final String WORDS = "We agreed on this together";
    private static final String BOUNDARY = "kinmark-form";

    private Filled() {}

    private static Map<String, String> answers() {
        var answers = new TreeMap<String, String>();
        answers.put("day", "12");
        answers.put("month", "10");
        answers.put("year", "2040");
        answers.put("ends-year", "2041");
        answers.put("expires-year", "2041");
        answers.put("id", "sleep");
        answers.put("group", "mental_health");
        answers.put("codes", "35489007");
        answers.put("signInName", "n.newcomer");
        answers.put("name", "Nia Newcomer");
        answers.put("registration", "1234567");
        answers.put("months", "12");
        answers.put("families", "400");
        answers.put("list", "300");
        answers.put("password", "correct horse battery");
        answers.put("Age", "");
        answers.put("reference", SharedWorld.DOUBLE);
        answers.put("districts", "");
        // Somebody who is listed.
        var born = SharedWorld.born(SharedWorld.DOUBLE, "1999-04-05").split("-");
        answers.put("given-name", "Dora");
        answers.put("family-name", "FamilyD");
        answers.put("born-day", born[2]);
        answers.put("born-month", born[1]);
        answers.put("born-year", born[0]);
        answers.put("nhs-number", "");
        answers.put("given-reference", "0000-0000-0000-0000");
        return answers;
    }

    /// A form that is filled in.
    ///
    /// @param fields in the page's order
    /// @param file what is chosen in its field for a file; empty where it has none
    record Form(Map<String, List<String>> fields, String file) {

        String type() {
            return file.isEmpty() ? "application/x-www-form-urlencoded" : "multipart/form-data; boundary=" + BOUNDARY;
        }

        byte[] body() {
            return (file.isEmpty() ? encoded() : multipart()).getBytes(StandardCharsets.UTF_8);
        }

        String encoded() {
            return fields.entrySet().stream()
                    .flatMap(field -> field.getValue().stream().map(value -> code(field.getKey()) + "=" + code(value)))
                    .collect(Collectors.joining("&"));
        }

        private static String code(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        private String multipart() {
            var parts = new StringBuilder();
            fields.forEach((name, values) -> values.forEach(value -> parts.append("--" + BOUNDARY + "\r\n")
                    .append("Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")));
            parts.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"some.csv\"")
                    .append("\r\nContent-Type: text/csv\r\n\r\n" + file + "\r\n--" + BOUNDARY + "--\r\n");
            return parts.toString();
        }
    }

    /// A form, and where one of its buttons sends it.
    record Way(Element form, String action) {}

    /// Each way in which a page can send something: its forms, and the buttons that send one elsewhere.
    static List<Way> ways(Document page) {
        var ways = new ArrayList<Way>();
        for (var form : page.select("form[method=post]")) {
            ways.add(new Way(form, form.attr("action")));
            form.select("button[formaction]").forEach(button -> ways.add(new Way(form, button.attr("formaction"))));
        }
        return ways;
    }

    /// Fills a form in.
    ///
    /// @param file what to send where it wants a file
    static Form in(Element form, RandomGenerator random, String file) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var field : form.select("input[name], textarea[name], select[name]")) {
            var name = field.attr("name");
            switch (field.tagName().equals("input") ? field.attr("type") : field.tagName()) {
                case "hidden" ->
                    fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(field.val());
                case "file" -> {}
                case "radio", "checkbox" -> fields.computeIfAbsent(name, _ -> chosen(form, field, random));
                case "select" -> fields.put(name, List.of(option(field, random)));
                default -> fields.put(name, List.of(field.val().isEmpty() ? answer(name) : field.val()));
            }
        }
        var buttons = form.select("button[name]");
        if (form.hasAttr("id") && form.root() instanceof Document page) {
            // Those that stand elsewhere on the page.
            buttons.addAll(page.select("button[name][form=" + form.attr("id") + "]"));
        }
        if (!buttons.isEmpty()) {
            var pressed = buttons.get(random.nextInt(buttons.size()));
            fields.put(pressed.attr("name"), List.of(pressed.val()));
        }
        return new Form(fields, form.select("input[type=file]").isEmpty() ? "" : file);
    }

    /// One of the choices; of boxes, those that are ticked as well.
    private static List<String> chosen(Element form, Element field, RandomGenerator random) {
        var all = form.select("input[name=" + field.attr("name") + "]");
        boolean isBox = field.attr("type").equals("checkbox");
        var ticked = all.stream()
                .filter(one -> one.hasAttr("checked"))
                .map(Element::val)
                .toList();
        if (isBox && !ticked.isEmpty()) {
            return ticked;
        }
        return List.of(all.get(random.nextInt(all.size())).val());
    }

    private static String option(Element field, RandomGenerator random) {
        var options = field.select("option").stream()
                .map(Element::val)
                .filter(value -> !value.isEmpty())
                .toList();
        return options.isEmpty() ? "" : options.get(random.nextInt(options.size()));
    }

    private static String answer(String name) {
        return ANSWERS.entrySet().stream()
                .filter(one -> name.endsWith(one.getKey()))
                .max(java.util.Comparator.comparingInt(one -> one.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(WORDS);
    }
}
