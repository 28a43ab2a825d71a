package org.kinmark.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// One row of a file, looked at as its header.
///
/// @param line where the row stands
/// @param cells its fields, trimmed
record Headings(long line, List<String> cells) {

    /// Headings are the same without regard to case, spaces, hyphens and underscores.
    static String normal(String heading) {
        var kept = new StringBuilder();
        for (int i = 0; i < heading.length(); i++) {
            char c = heading.charAt(i);
            if (c != '-' && c != '_' && !Trimmed.isSpace(c)) {
                kept.append(c);
            }
        }
        return kept.toString().toLowerCase(Locale.ROOT);
    }

    /// How many columns of the file this row names.
    <C extends Enum<C>> int recognised(Schema<C> schema, Columns named) {
        return (int) schema.columns().stream()
                .filter(column -> !candidates(schema, column, named).isEmpty())
                .count();
    }

    /// The columns that must be there and are not named in this row.
    <C extends Enum<C>> List<C> missing(Schema<C> schema, Columns named) {
        return schema.columns().stream()
                .filter(schema::requires)
                .filter(column -> candidates(schema, column, named).isEmpty())
                .toList();
    }

    /// Where each column stands, once nothing is missing. Says in `mistakes` what is ambiguous or ignored.
    <C extends Enum<C>> Layout<C> layout(Schema<C> schema, Columns named, Mistakes mistakes) {
        var positions = new EnumMap<C, Integer>(schema.type());
        var headings = new EnumMap<C, String>(schema.type());
        var used = new ArrayList<Integer>();
        for (var column : schema.columns()) {
            var found = candidates(schema, column, named);
            if (found.isEmpty()) {
                warnOfAbsent(schema, column, named, mistakes);
                continue;
            }
            int first = found.getFirst();
            used.addAll(found);
            positions.put(column, first);
            headings.put(column, cells.get(first));
            if (found.size() > 1) {
                sayAmbiguous(schema, found, mistakes);
            }
        }
        long ignored = IntStream.range(0, cells.size())
                .filter(i -> !used.contains(i) && !cells.get(i).isEmpty())
                .count();
        if (ignored > 0) {
            mistakes.warn(ignored == 1 ? "1 unknown column was ignored" : ignored + " unknown columns were ignored");
        }
        return new Layout<>(schema.type(), positions, Map.copyOf(headings), cells.size());
    }

    private <C extends Enum<C>> void sayAmbiguous(Schema<C> schema, List<Integer> found, Mistakes mistakes) {
        var heading = cells.get(found.getFirst());
        boolean sameTwice = normal(heading).equals(normal(cells.get(found.get(1))));
        if (sameTwice || schema.owner() == Owner.OURS) {
            mistakes.add(line, heading, "this column is there twice; keep one");
        } else {
            mistakes.warn("several columns could be " + heading + "; that one was taken");
        }
    }

    private static <C extends Enum<C>> void warnOfAbsent(Schema<C> schema, C column, Columns named, Mistakes mistakes) {
        var name = schema.names(column).getFirst();
        if (named.heading(name).isPresent()) {
            mistakes.warn("no column has the heading that was named for " + name);
        }
    }

    /// Where the column may stand: by the heading that the user named alone where the file has it, else by the usual
    /// names, the first of them first.
    private <C extends Enum<C>> List<Integer> candidates(Schema<C> schema, C column, Columns named) {
        var names = schema.names(column);
        var override = named.heading(names.getFirst()).map(this::positions).filter(found -> !found.isEmpty());
        return override.orElseGet(
                () -> names.stream().flatMap(name -> positions(name).stream()).toList());
    }

    private List<Integer> positions(String name) {
        var wanted = normal(name);
        return IntStream.range(0, cells.size())
                .filter(i -> normal(cells.get(i)).equals(wanted))
                .boxed()
                .toList();
    }

    /// Whether these cells would name columns if they were not separated by commas.
    <C extends Enum<C>> Optional<String> otherSeparator(Schema<C> schema, Columns named) {
        var whole = String.join(",", cells);
        for (var separator : List.of(";", "\t", "|")) {
            var split = new Headings(line, List.of(whole.split(Pattern.quote(separator), -1)));
            if (split.recognised(schema, named) > Math.max(1, recognised(schema, named))) {
                return Optional.of(separator.equals(";") ? "semicolons" : separator.equals("|") ? "bars" : "tabs");
            }
        }
        return Optional.empty();
    }
}
