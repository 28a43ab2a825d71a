package org.kinmark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.kinmark.exchange.CsvFile;
import org.kinmark.exchange.Held;
import org.kinmark.exchange.NewFile;
import org.kinmark.rules.attack.Answered;
import org.kinmark.rules.attack.Attack;
import org.kinmark.rules.attack.Finding;
import org.kinmark.rules.attack.Statement;
import org.kinmark.rules.boundary.ServiceKind;

/// What `--out` and `--json` write: every finding, the worst first, with the team's own references.
///
/// @param peopleNamed for certain, and so the next two
/// @param assumedRates indicators of which no base rate is known
/// @param contradicted how many answers no unchanging facts give together with the others
/// @param peopleSampled how many people have probabilities that are good to about two in a hundred
record AttackReport(
        int questions,
        long peopleNamed,
        long indicatorsNamed,
        long kindsNamed,
        Set<String> assumedRates,
        int contradicted,
        int peopleSampled,
        List<Line> findings) {

    private enum Column {
        VERDICT,
        FAMILY_ID,
        PEOPLE,
        INDICATORS,
        KINDS,
        BECAUSE,
        BEFORE,
        AFTER,
        BITS
    }

    /// One finding.
    ///
    /// @param people whom it speaks of; nobody where it speaks of a family, and so the next two
    /// @param because the round of the signal, then each of a no signal that took something away
    record Line(
            String verdict,
            String familyId,
            List<String> people,
            List<String> indicators,
            List<String> kinds,
            List<String> because,
            double before,
            double after,
            double bits) {

        static Line of(Finding found, Held held) {
            var because = found.because().stream().map(Answered::round).toList();
            var family = held.families().get(found.family());
            var parts = Parts.of(found.statement());
            return new Line(
                    found.verdict().name().toLowerCase(Locale.ROOT),
                    family,
                    parts.people().stream().map(held.people()::get).toList(),
                    parts.indicators().stream().sorted().toList(),
                    parts.kinds().stream().sorted().map(Line::written).toList(),
                    because,
                    found.before(),
                    found.after(),
                    found.bits());
        }

        static String written(ServiceKind kind) {
            return kind.name().toLowerCase(Locale.ROOT);
        }

        /// Hides whom it speaks of.
        @Override
        public String toString() {
            return "Line[hidden]";
        }
    }

    /// A statement, taken apart.
    private record Parts(List<Integer> people, Set<String> indicators, Set<ServiceKind> kinds) {

        private static Parts of(Statement statement) {
            return switch (statement) {
                case Statement.Need(int person, var indicator) ->
                    new Parts(List.of(person), Set.of(indicator), Set.of());
                case Statement.SomeNeed(int person) -> new Parts(List.of(person), Set.of(), Set.of());
                case Statement.OneOfTwo(int person, int other) -> new Parts(List.of(person, other), Set.of(), Set.of());
                case Statement.InFamily(int _, var indicators) -> new Parts(List.of(), indicators, Set.of());
                case Statement.Known(int _, var kinds) -> new Parts(List.of(), Set.of(), kinds);
            };
        }
    }

    static AttackReport of(Attack attack, Held held) {
        return new AttackReport(
                held.answers().size(),
                attack.peopleNamed(),
                attack.indicatorsNamed(),
                attack.kindsNamed(),
                attack.assumed(),
                attack.contradicted().size(),
                attack.sampled().size(),
                attack.findings().stream().map(found -> Line.of(found, held)).toList());
    }

    /// Writes it all as JSON; it appears whole or not at all, and for whoever writes it alone.
    void writeJson(Path file) throws IOException {
        try (var out = NewFile.forOwnerAlone(file)) {
            out.writer().write(ModelFile.JSON.writeValueAsString(this));
            out.writer().write("\n");
            out.commit();
        }
    }

    /// Writes the findings as a table for a spreadsheet; it appears whole or not at all,
    /// and for whoever writes it alone.
    void writeTable(Path file) throws IOException {
        try (var out = NewFile.forOwnerAlone(file)) {
            try (var rows = CsvFile.guarded(out.writer(), Column.values())) {
                for (var line : findings) {
                    rows.row(
                            line.verdict(),
                            line.familyId(),
                            joined(line.people()),
                            joined(line.indicators()),
                            joined(line.kinds()),
                            joined(line.because()),
                            number(line.before()),
                            number(line.after()),
                            number(line.bits()));
                }
            }
            out.commit();
        }
    }

    private static String joined(List<String> values) {
        return values.stream().collect(Collectors.joining(";"));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
