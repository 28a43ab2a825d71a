package org.kinmark.hub.familylist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of an import, as it is kept. Nobody's data is in it.
///
/// @param counts what was done; null where nothing was
/// @param mistakes why nothing was, each by file, line and column; none where there is none
/// @param familiesGone the team's references of families that are not in the file any more
/// @param peopleGone how many people are not, theirs among them
public record ImportReport(@Nullable Counts counts, List<String> mistakes, List<String> familiesGone, int peopleGone) {

    /// What was done.
    public record Counts(int families, int people, int added, int left, int doubles, List<String> warnings) {}

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
                                done.warnings()),
                        List.of(),
                        List.of(),
                        0);
            case ImportFamilies.Outcome.Refused(var mistakes) ->
                new ImportReport(
                        null,
                        mistakes.stream()
                                .map(org.kinmark.exchange.Mistake::sentence)
                                .toList(),
                        List.of(),
                        0);
            case ImportFamilies.Outcome.ToConfirm(var families, int people) ->
                new ImportReport(null, List.of(), families, people);
        };
    }
}
