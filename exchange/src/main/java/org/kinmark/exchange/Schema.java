package org.kinmark.exchange;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The columns of one kind of file. A column is called as its constant is, in small letters, and has the usual other
/// names besides.
///
/// @param <C> the columns
public final class Schema<C extends Enum<C>> {

    /// What systems call the columns that several of our files have. The first name is ours.
    private static final List<List<String>> USUAL_NAMES = List.of(
            List.of("given_name", "forename", "first_name"),
            List.of("family_name", "surname", "last_name"),
            List.of("birth_date", "dob", "date_of_birth"),
            List.of("sex", "gender"),
            List.of("nhs_number", "nhs_no"),
            List.of("address", "address_1", "address_line"),
            List.of("town", "suburb", "city"));

    private final Class<C> type;
    private final Owner owner;
    private final Set<C> optional;
    private final Map<C, List<String>> names;

    private Schema(Class<C> type, Owner owner, Set<C> optional, Map<C, List<String>> names) {
        this.type = type;
        this.owner = owner;
        this.optional = optional;
        this.names = names;
    }

    /// A format of ours: every column must be there.
    public static <C extends Enum<C>> Schema<C> ours(Class<C> columns) {
        return new Schema<>(columns, Owner.OURS, EnumSet.noneOf(columns), usualNames(columns));
    }

    /// Another system's export: every column must be there but those that [#optional] names.
    public static <C extends Enum<C>> Schema<C> theirs(Class<C> columns) {
        return new Schema<>(columns, Owner.THEIRS, EnumSet.noneOf(columns), usualNames(columns));
    }

    /// The same file, where these columns may be absent.
    public Schema<C> optional(Set<C> columns) {
        var all = EnumSet.copyOf(optional);
        all.addAll(columns);
        return new Schema<>(type, owner, all, names);
    }

    /// The same file, where these columns must be there after all.
    public Schema<C> requiring(Set<C> columns) {
        var rest = EnumSet.copyOf(optional);
        rest.removeAll(columns);
        return new Schema<>(type, owner, rest, names);
    }

    /// The same file, where a column is called by one of these headings and no other; where a file has several, the
    /// first of them here is it.
    public Schema<C> called(C column, List<String> headings) {
        var changed = new EnumMap<>(names);
        changed.put(column, List.copyOf(headings));
        return new Schema<>(type, owner, optional, changed);
    }

    /// Whether the file has a column of this name, whatever its heading.
    public boolean knows(String name) {
        return names.values().stream()
                .anyMatch(all -> Headings.normal(all.getFirst()).equals(Headings.normal(name)));
    }

    Set<C> columns() {
        return EnumSet.allOf(type);
    }

    Class<C> type() {
        return type;
    }

    Owner owner() {
        return owner;
    }

    boolean requires(C column) {
        return !optional.contains(column);
    }

    /// Its headings, ours first.
    List<String> names(C column) {
        return names.getOrDefault(column, List.of());
    }

    private static <C extends Enum<C>> Map<C, List<String>> usualNames(Class<C> columns) {
        var all = new EnumMap<C, List<String>>(columns);
        for (var column : EnumSet.allOf(columns)) {
            var ours = column.name().toLowerCase(Locale.ROOT);
            all.put(
                    column,
                    USUAL_NAMES.stream()
                            .filter(usual -> usual.getFirst().equals(ours))
                            .findFirst()
                            .orElse(List.of(ours)));
        }
        return all;
    }
}
