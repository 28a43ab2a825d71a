package org.kinmark.hub.round;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.page.Moments;

/// What was answered so far of a round to come, as forms and addresses have it.
final class RoundAnswers {

    private static final Set<String> NOT_ANSWERS = Set.of("page", "kept", "family", "as", "_csrf", "once");
    private static final int CLOSING_HOUR = 17;
    private static final int RELEASE_HOUR = 9;

    private RoundAnswers() {}

    /// The dates that a round usually has, as the form has them.
    static Map<String, String> usual(Instant now) {
        var usual = RoundDates.dated(new NewRound(new UUID(0, 0), 1, null, null, null), now);
        var parts = new HashMap<String, String>();
        put(parts, "closes", usual.closesAt());
        put(parts, "second", usual.secondClosesAt());
        put(parts, "releases", usual.releasesAt());
        return parts;
    }

    private static void put(Map<String, String> parts, String name, @Nullable Instant moment) {
        var day = Moments.dayOf(Objects.requireNonNull(moment));
        parts.put(name + "-day", Integer.toString(day.getDayOfMonth()));
        parts.put(name + "-month", Integer.toString(day.getMonthValue()));
        parts.put(name + "-year", Integer.toString(day.getYear()));
    }

    /// The round that was answered for; empty where a date is missing or is none.
    static Optional<NewRound> round(UUID agreement, int criteria, Map<String, String> answers) {
        var closes = day("closes", answers);
        var second = day("second", answers);
        var releases = day("releases", answers);
        return closes.isEmpty() || second.isEmpty() || releases.isEmpty()
                ? Optional.empty()
                : Optional.of(new NewRound(
                        agreement,
                        criteria,
                        Moments.at(closes.get(), CLOSING_HOUR),
                        Moments.at(second.get(), CLOSING_HOUR),
                        Moments.at(releases.get(), RELEASE_HOUR)));
    }

    private static Optional<LocalDate> day(String name, Map<String, String> answers) {
        var year = number(answers.get(name + "-year"));
        var month = number(answers.get(name + "-month"));
        var day = number(answers.get(name + "-day"));
        try {
            return year.isEmpty() || month.isEmpty() || day.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(year.get(), month.get(), day.get()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// An id; empty where it is none.
    static Optional<UUID> id(@Nullable String written) {
        try {
            return written == null ? Optional.empty() : Optional.of(UUID.fromString(written));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// A number of at most four digits; empty where it is none.
    static Optional<Integer> number(@Nullable String written) {
        return written != null && written.strip().matches("[0-9]{1,4}")
                ? Optional.of(Integer.valueOf(written.strip()))
                : Optional.empty();
    }

    /// What was answered so far, as the address has it, without the pages that were turned to.
    static String query(Map<String, String> answers) {
        return answers.entrySet().stream()
                .filter(one -> !NOT_ANSWERS.contains(one.getKey()))
                .map(one -> coded(one.getKey()) + "=" + coded(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
