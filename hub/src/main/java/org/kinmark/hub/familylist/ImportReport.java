package org.kinmark.hub.familylist;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What came of an import, as it is kept. Nobody's data is in it.
///
/// @param counts what was done; null where nothing was
/// @param mistakes why nothing was, each by file, line and column; none where there is none
/// @param familiesGone the team's references of families that are not in the file any more
/// @param gone whoever is not, theirs among them
public record ImportReport(
        @Nullable Counts counts, List<String> mistakes, List<String> familiesGone, List<GoneOfFamily> gone) {

    /// @param gone null in a report that was kept before this was
    @SuppressWarnings("NullAway")
    public ImportReport {
        gone = Objects.requireNonNullElse(gone, List.of());
    }

    /// People of one family who are not in the file any more, by the team's references.
    ///
    /// @param people each a `person_id`
    /// @param replaced of them, those under whose reference somebody else is in the file
    public record GoneOfFamily(String family, List<String> people, List<String> replaced) {}

    /// What was done.
    ///
    /// @param strangers how many pairs of two people are taken for one, expected; null in a report that was kept
    ///     before this was
    public record Counts(
            int families,
            int people,
            int added,
            int left,
            int doubles,
            List<String> warnings,
            @Nullable Double strangers) {

        /// The same in words, to one figure.
        public String strangersInWords() {
            double expected = Objects.requireNonNullElse(strangers, 0.0);
            return expected < 0.01
                    ? "Fewer than 0.01 pairs"
                    : "About "
                            + new BigDecimal(expected).round(new MathContext(2)).toPlainString() + " pairs";
        }
    }

    static ImportReport of(ImportFamilies.Outcome outcome) {
        return switch (outcome) {
            case ImportFamilies.Outcome.Imported done ->
                new ImportReport(
                        new Counts(
                                done.families(),
                                done.people(),
                                done.added(),
                                done.left(),
                                done.doubles(),
                                done.warnings(),
                                done.strangers()),
                        List.of(),
                        List.of(),
                        List.of());
            case ImportFamilies.Outcome.Refused(var mistakes) ->
                new ImportReport(
                        null,
                        mistakes.stream()
                                .map(org.kinmark.exchange.Mistake::sentence)
                                .toList(),
                        List.of(),
                        List.of());
            case ImportFamilies.Outcome.ToConfirm(var families, var people) ->
                new ImportReport(null, List.of(), families, byFamily(people));
        };
    }

    static List<GoneOfFamily> byFamily(List<ImportFamilies.Outcome.Gone> people) {
        var byFamily = new LinkedHashMap<String, List<ImportFamilies.Outcome.Gone>>();
        people.forEach(one ->
                byFamily.computeIfAbsent(one.family(), _ -> new ArrayList<>()).add(one));
        return byFamily.entrySet().stream()
                .map(family -> new GoneOfFamily(
                        family.getKey(),
                        family.getValue().stream()
                                .map(ImportFamilies.Outcome.Gone::person)
                                .toList(),
                        family.getValue().stream()
                                .filter(ImportFamilies.Outcome.Gone::replaced)
                                .map(ImportFamilies.Outcome.Gone::person)
                                .toList()))
                .toList();
    }

    /// The same without some families.
    ImportReport without(Set<String> references) {
        return new ImportReport(
                counts,
                mistakes,
                familiesGone.stream().filter(one -> !references.contains(one)).toList(),
                gone.stream().filter(one -> !references.contains(one.family())).toList());
    }

    /// How many people are not in the file any more.
    public int peopleGone() {
        return gone.stream().mapToInt(family -> family.people().size()).sum();
    }
}
