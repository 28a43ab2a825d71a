package org.kinmark.hub.agreement;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.Code;
import org.kinmark.exchange.Indicator;
import org.kinmark.linkage.Sex;
import org.kinmark.rules.boundary.Limit;
import org.kinmark.rules.boundary.Limits;

/// Whether terms can be agreed on at all: every mistake in them, in words for whoever drafts.
final class ReadTerms {

    private static final int OLDEST = 130;
    private static final int LONGEST = 2_000;

    private final Terms terms;
    private final List<String> mistakes = new ArrayList<>();

    private ReadTerms(Terms terms) {
        this.terms = terms;
    }

    /// Every mistake; none where the terms can be agreed on.
    static List<String> mistakes(Terms terms) {
        return new ReadTerms(terms).find();
    }

    private List<String> find() {
        text("title", terms.title());
        text("data_protection_basis", terms.dataProtectionBasis());
        text("confidentiality_basis", terms.confidentialityBasis());
        var from = day("starts_on", terms.startsOn());
        var to = day("ends_on", terms.endsOn());
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            mistakes.add("ends_on: give a day that is not before starts_on");
        }
        if (terms.retentionMonths() < 1 || terms.retentionMonths() > 24) {
            mistakes.add("retention_months: give 1 to 24");
        }
        if (terms.caps() == null || terms.caps().families() < 1 || terms.caps().onOneList() < 1) {
            mistakes.add("caps: give families and on_one_list, each at least 1");
        }
        limits();
        indicators();
        parties();
        return mistakes;
    }

    private void text(String field, @Nullable String value) {
        if (value == null || value.isBlank() || value.length() > LONGEST) {
            mistakes.add(field + ": write something of at most 2,000 characters");
        }
    }

    private Optional<LocalDate> day(String field, @Nullable String value) {
        try {
            return Optional.of(LocalDate.parse(String.valueOf(value)));
        } catch (DateTimeParseException _) {
            mistakes.add(field + ": write a date as yyyy-MM-dd");
            return Optional.empty();
        }
    }

    private void limits() {
        Objects.requireNonNullElse(terms.limits(), Map.<String, Integer>of()).forEach((name, value) -> {
            var limit = limit(name);
            if (limit.isEmpty()) {
                mistakes.add("limits: name only "
                        + String.join(
                                ", ",
                                Arrays.stream(Limit.values())
                                        .map(ReadTerms::written)
                                        .toList()));
            } else if (value == null || value < limit.get().floor()) {
                mistakes.add("limits." + written(limit.get()) + ": give at least "
                        + limit.get().floor());
            }
        });
    }

    private void indicators() {
        var ids = new HashSet<String>();
        if (terms.indicators() == null || terms.indicators().isEmpty()) {
            mistakes.add("indicators: name at least one");
            return;
        }
        for (int i = 0; i < terms.indicators().size(); i++) {
            var each = terms.indicators().get(i);
            var at = "indicators[" + i + "]";
            text(at + ".id", each.id());
            text(at + ".title", each.title());
            text(at + ".group", each.group());
            if (!ids.add(String.valueOf(each.id()))) {
                mistakes.add(at + ".id: another indicator has this id");
            }
            ages(at, each.minAge(), each.maxAge());
            if (each.withinMonths() != null && each.withinMonths() < 1) {
                mistakes.add(at + ".within_months: give at least 1, or null for no limit");
            }
            if (each.sex() != null && sex(each.sex()) == null) {
                mistakes.add(at + ".sex: write female or male, or null for everyone");
            }
            for (var code : Objects.requireNonNullElse(each.codes(), List.<String>of())) {
                if (code == null || Code.isDestroyed(code) || Code.parse(code).isEmpty()) {
                    mistakes.add(at + ".codes: write each as system|value, or a SNOMED CT concept id");
                    break;
                }
            }
        }
    }

    private void ages(String at, @Nullable Integer min, @Nullable Integer max) {
        int from = min == null ? 0 : min;
        int to = max == null ? OLDEST : max;
        if (from < 0 || to > OLDEST || from > to) {
            mistakes.add(at + ": give ages from 0 to 130, the youngest first");
        }
    }

    private void parties() {
        var units = new HashSet<String>();
        if (terms.parties() == null || terms.parties().isEmpty()) {
            mistakes.add("parties: name at least one service");
            return;
        }
        for (int i = 0; i < terms.parties().size(); i++) {
            var each = terms.parties().get(i);
            var at = "parties[" + i + "]";
            text(at + ".unit", each.unit());
            text(at + ".why", each.why());
            if (!units.add(String.valueOf(each.unit()))) {
                mistakes.add(at + ".unit: this service is a party already");
            }
            ages(at, each.minAge(), each.maxAge());
            if (Objects.requireNonNullElse(each.districts(), List.<String>of()).stream()
                    .anyMatch(one -> one == null || !one.matches("[A-Z]{1,2}([0-9][0-9A-Z]?)?"))) {
                mistakes.add(at + ".districts: write the first half of a postcode, such as SE15, or its letters");
            }
        }
    }

    static Optional<Limit> limit(String written) {
        return Arrays.stream(Limit.values())
                .filter(limit -> written(limit).equals(written))
                .findFirst();
    }

    static String written(Limit limit) {
        return limit.name().toLowerCase(Locale.ROOT);
    }

    /// The limits of terms without a mistake.
    static Limits limits(Terms terms) {
        var limits = Limits.STANDARD;
        for (var each : Objects.requireNonNullElse(terms.limits(), Map.<String, Integer>of())
                .entrySet()) {
            limits = limits.with(limit(each.getKey()).orElseThrow(), each.getValue())
                    .orElseThrow();
        }
        return limits;
    }

    static List<Indicator> indicators(Terms terms) {
        return terms.indicators().stream()
                .map(each -> new Indicator(
                        each.id(),
                        each.title(),
                        each.group(),
                        Objects.requireNonNullElse(each.codes(), List.<String>of()).stream()
                                .flatMap(code -> Code.parse(code).stream())
                                .toList(),
                        each.withinMonths(),
                        each.minAge(),
                        each.maxAge(),
                        each.sex() == null ? null : sex(each.sex())))
                .toList();
    }

    private static @Nullable Sex sex(String written) {
        return switch (written) {
            case "female" -> Sex.FEMALE;
            case "male" -> Sex.MALE;
            case "other" -> Sex.OTHER;
            default -> null;
        };
    }
}
