package org.kinmark.hub.oversight;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Wanted;
import org.kinmark.hub.page.Mistake;
import org.kinmark.hub.page.Moments;

/// What somebody asks of the audit, as an address has it: days, an act, a member of staff by their random key,
/// and what it was done to by its random id. It can be kept as a bookmark, and says nothing about a person.
///
/// @param form as it was sent
/// @param mistakes what has to be put right first; none where nothing has
record AskedFor(Map<String, String> form, Wanted wanted, List<Mistake> mistakes) {

    /// Who stands for the hub itself among those who acted.
    static final String THE_HUB = "hub";

    private static final List<String> FIELDS =
            List.of("from-day", "from-month", "from-year", "to-day", "to-month", "to-year", "act", "staff", "about");

    static AskedFor of(Map<String, String> form) {
        var mistakes = new ArrayList<Mistake>();
        var from = day(form, "from", mistakes);
        var to = day(form, "to", mistakes);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            mistakes.add(new Mistake("Enter a last day that is not before the first", "#to"));
        }
        var staff = form.getOrDefault("staff", "");
        return new AskedFor(
                form,
                new Wanted(
                        from.map(AskedFor::begin).orElse(null),
                        to.map(day -> begin(day.plusDays(1))).orElse(null),
                        act(form.getOrDefault("act", "")).orElse(null),
                        key(staff),
                        staff.equals(THE_HUB),
                        about(form.getOrDefault("about", "")),
                        before(form.getOrDefault("before", ""))),
                mistakes);
    }

    static Instant begin(LocalDate day) {
        return Moments.at(day, 0);
    }

    static Optional<Act> act(String written) {
        return Arrays.stream(Act.values())
                .filter(one -> one.written().equals(written))
                .findFirst();
    }

    private static Optional<LocalDate> day(Map<String, String> form, String name, List<Mistake> mistakes) {
        var parts = List.of("year", "month", "day").stream()
                .map(part -> form.getOrDefault(name + "-" + part, "").strip())
                .toList();
        if (String.join("", parts).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(parts.get(0)), Integer.parseInt(parts.get(1)), Integer.parseInt(parts.get(2))));
        } catch (NumberFormatException | DateTimeException _) {
            mistakes.add(new Mistake("Enter a day, month and year, or leave all three empty", "#" + name));
            return Optional.empty();
        }
    }

    private static @Nullable String about(String object) {
        return object.isBlank() ? null : object.strip();
    }

    /// A key that nobody has finds nothing.
    private static @Nullable UUID key(String staff) {
        if (staff.isEmpty() || staff.equals(THE_HUB)) {
            return null;
        }
        try {
            return UUID.fromString(staff);
        } catch (IllegalArgumentException _) {
            return new UUID(0, 0);
        }
    }

    private static long before(String written) {
        return written.matches("[0-9]{1,18}") ? Long.parseLong(written) : Long.MAX_VALUE;
    }

    /// Whether anything narrows it.
    boolean isNarrowed() {
        return FIELDS.stream().anyMatch(field -> !form.getOrDefault(field, "").isBlank());
    }

    /// The same search again, as the rest of an address after its first parameter.
    String address() {
        return FIELDS.stream()
                .filter(field -> !form.getOrDefault(field, "").isBlank())
                .map(field ->
                        "&" + field + "=" + URLEncoder.encode(form.getOrDefault(field, ""), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }
}
