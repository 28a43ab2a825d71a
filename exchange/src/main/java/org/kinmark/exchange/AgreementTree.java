package org.kinmark.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kinmark.linkage.Sex;
import org.kinmark.linkage.WrittenDate;
import tools.jackson.databind.JsonNode;

/// Reads an agreement from parsed JSON. A place in it is named by its path, such as `indicators[0].codes`.
final class AgreementTree {

    private static final Set<String> FIELDS = Set.of("agreement_ref", "title", "as_of", "indicators");
    private static final Set<String> INDICATOR_FIELDS =
            Set.of("id", "title", "group", "codes", "within_months", "min_age", "max_age", "sex");
    private static final int LONGEST_MONTHS = 1_560;
    private static final int OLDEST = 130;

    private final Mistakes mistakes;

    AgreementTree(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /// What [#read] reads.
    static Map<String, @Nullable Object> of(Agreement agreement) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("agreement_ref", agreement.ref());
        tree.put("title", agreement.title());
        tree.put("as_of", agreement.asOf().toString());
        tree.put(
                "indicators",
                agreement.indicators().stream().map(AgreementTree::of).toList());
        return tree;
    }

    private static Map<String, @Nullable Object> of(Indicator indicator) {
        var sex = indicator.sex();
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("id", indicator.id());
        tree.put("title", indicator.title());
        tree.put("group", indicator.group());
        tree.put("codes", indicator.codes().stream().map(Code::written).toList());
        tree.put("within_months", indicator.withinMonths());
        tree.put("min_age", indicator.minAge());
        tree.put("max_age", indicator.maxAge());
        tree.put("sex", sex == null ? null : sex.written());
        return tree;
    }

    Reading<Agreement> read(JsonNode root) {
        if (!root.isObject()) {
            mistakes.add("an agreement is one JSON object");
            return mistakes.refused();
        }
        checkFields(root, FIELDS, "");
        var ref = text(root, "agreement_ref", "");
        var title = text(root, "title", "");
        var asOf = asOf(root);
        var indicators = indicators(root);
        return mistakes.none()
                ? mistakes.accepted(new Agreement(ref, title, asOf.orElseThrow(), indicators))
                : mistakes.refused();
    }

    private Optional<LocalDate> asOf(JsonNode root) {
        var date = WrittenDate.parse(text(root, "as_of", ""));
        if (date.isEmpty() && root.path("as_of").isString()) {
            refuse("as_of", "this is no date; write it as yyyy-MM-dd");
        }
        return date;
    }

    private List<Indicator> indicators(JsonNode root) {
        var found = new ArrayList<Indicator>();
        var ids = new HashSet<String>();
        var array = root.path("indicators");
        if (root.has("indicators") && (!array.isArray() || array.isEmpty())) {
            refuse("indicators", "write a list of at least one indicator");
            return found;
        }
        for (int i = 0; i < array.size(); i++) {
            var path = "indicators[" + i + "]";
            if (!array.get(i).isObject()) {
                refuse(path, "an indicator is a JSON object");
                continue;
            }
            var indicator = indicator(array.get(i), path + ".");
            if (!ids.add(indicator.id())) {
                refuse(path + ".id", "this id is used above already");
            }
            found.add(indicator);
        }
        return List.copyOf(found);
    }

    private Indicator indicator(JsonNode node, String path) {
        checkFields(node, INDICATOR_FIELDS, path);
        var min = number(node, "min_age", path, OLDEST);
        var max = number(node, "max_age", path, OLDEST);
        if (min != null && max != null && min > max) {
            refuse(path + "max_age", "the oldest is younger than the youngest");
        }
        return new Indicator(
                text(node, "id", path),
                text(node, "title", path),
                text(node, "group", path),
                codes(node, path),
                number(node, "within_months", path, LONGEST_MONTHS),
                min,
                max,
                sex(node, path));
    }

    private void checkFields(JsonNode node, Set<String> fields, String path) {
        fields.stream().filter(field -> !node.has(field)).sorted().forEach(field -> refuse(path + field, "is missing"));
        long unknown = node.propertyNames().stream()
                .filter(name -> !fields.contains(name))
                .count();
        if (unknown > 0) {
            refuse(
                    path.isEmpty() ? "" : path.substring(0, path.length() - 1),
                    "there are " + unknown + " fields that an agreement does not have");
        }
    }

    private String text(JsonNode node, String field, String path) {
        var value = node.path(field);
        if (value.isString() && !value.stringValue().isBlank()) {
            return value.stringValue().strip();
        }
        if (node.has(field)) {
            refuse(path + field, "write a text");
        }
        return "";
    }

    private @Nullable Integer number(JsonNode node, String field, String path, int largest) {
        var value = node.path(field);
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (value.isIntegralNumber()
                && value.canConvertToInt()
                && value.intValue() >= 0
                && value.intValue() <= largest) {
            return value.intValue();
        }
        refuse(path + field, "write a whole number from 0 to " + largest + ", or null");
        return null;
    }

    private @Nullable Sex sex(JsonNode node, String path) {
        var value = node.path("sex");
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        var sex = value.isString() ? Sex.parse(value.stringValue()).orElse(Sex.UNKNOWN) : Sex.UNKNOWN;
        if (sex == Sex.UNKNOWN) {
            refuse(path + "sex", "write female, male, other or null");
        }
        return sex;
    }

    private List<Code> codes(JsonNode node, String path) {
        var codes = new ArrayList<Code>();
        var array = node.path("codes");
        if (node.has("codes") && !array.isArray()) {
            refuse(path + "codes", "write a list of codes, empty where there are none");
        }
        for (int i = 0; i < array.size(); i++) {
            var place = path + "codes[" + i + "]";
            var typed = array.get(i).isString() ? array.get(i).stringValue() : "";
            if (Code.isDestroyed(typed)) {
                refuse(place, "a spreadsheet has destroyed this code; enter all its digits again, as text");
                continue;
            }
            Code.parse(typed)
                    .ifPresentOrElse(
                            codes::add,
                            () -> refuse(place, "write a code as \"system|value\", or a SNOMED CT id of digits alone"));
        }
        return List.copyOf(codes);
    }

    private void refuse(String path, String message) {
        mistakes.add(0, path, message);
    }
}
