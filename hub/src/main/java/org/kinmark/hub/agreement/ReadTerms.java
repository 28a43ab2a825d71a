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
    private static final int MOST = 1_000;
    private static final int LONGEST_AGO = 1_200;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

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
        } else if (!isText(value)) {
            mistakes.add(field + ": write letters, digits and signs only");
        }
    }

    /// Whether a text can be kept and read: no control characters but ends of lines and tabs, no half characters.
    static boolean isText(String value) {
        return value.codePoints()
                .noneMatch(one -> Character.getType(one) == Character.SURROGATE
                        || Character.isISOControl(one) && one != '\n' && one != '\r' && one != '\t');
    }

    private Optional<LocalDate> day(String field, @Nullable String value) {
        try {
            var day = LocalDate.parse(String.valueOf(value));
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return Optional.of(day);
            }
            mistakes.add(field + ": give a day of the years 2000 to 2199");
            return Optional.empty();
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
        if (terms.indicators().size() > MOST) {
            mistakes.add("indicators: name at most 1,000");
            return;
        }
        for (int i = 0; i < terms.indicators().size(); i++) {
            var each = terms.indicators().get(i);
            var at = "indicators[" + i + "]";
            if (each == null) {
                mistakes.add(at + ": write an indicator");
                continue;
            }
            text(at + ".id", each.id());
            text(at + ".title", each.title());
            text(at + ".group", each.group());
            if (!ids.add(String.valueOf(each.id()))) {
                mistakes.add(at + ".id: another indicator has this id");
            }
            ages(at + ".ages", each.minAge(), each.maxAge());
            if (each.withinMonths() != null && (each.withinMonths() < 1 || each.withinMonths() > LONGEST_AGO)) {
                mistakes.add(at + ".within_months: give 1 to 1,200, or null for no limit");
            }
            if (each.sex() != null && sex(each.sex()) == null) {
                mistakes.add(at + ".sex: write female or male, or null for everyone");
            }
            for (var code : Objects.requireNonNullElse(each.codes(), List.<String>of())) {
                if (!isCode(code)) {
                    mistakes.add(at + ".codes: write each as system|value, or a SNOMED CT concept id");
                    break;
                }
            }
        }
    }

    private static boolean isCode(@Nullable String code) {
        return code != null
                && code.length() <= LONGEST
                && isText(code)
                && !Code.isDestroyed(code)
                && Code.parse(code).isPresent();
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
        if (terms.parties().size() > MOST) {
            mistakes.add("parties: name at most 1,000");
            return;
        }
        for (int i = 0; i < terms.parties().size(); i++) {
            var each = terms.parties().get(i);
            var at = "parties[" + i + "]";
            if (each == null) {
                mistakes.add(at + ": write a party");
                continue;
            }
            party(each, at + ".");
            if (!units.add(String.valueOf(each.unit()))) {
                mistakes.add(at + ".unit: this service is a party already");
            }
        }
    }

    private void party(Terms.AgreedParty each, String prefix) {
        text(prefix + "unit", each.unit());
        text(prefix + "why", each.why());
        ages(prefix + "ages", each.minAge(), each.maxAge());
        var districts = Objects.requireNonNullElse(each.districts(), List.<String>of());
        if (districts.size() > MOST
                || districts.stream().anyMatch(one -> one == null || !one.matches("[A-Z]{1,2}([0-9][0-9A-Z]?)?"))) {
            mistakes.add(prefix + "districts: write the first half of a postcode, such as SE15, or its letters");
        }
    }

    /// Every mistake in a party that accedes, by its fields.
    static List<String> mistakes(Terms.AgreedParty party) {
        var reading = new ReadTerms(Terms.begun("", "", ""));
        reading.party(party, "");
        return reading.mistakes;
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
