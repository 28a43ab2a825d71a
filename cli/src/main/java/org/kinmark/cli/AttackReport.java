package org.kinmark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
/// @param contradicted signals that no unchanging facts give together with the no signals
/// @param unexplained signals that nothing explains
/// @param undatedFamilies of whom somebody was listed without a birth date, so that what is certain of them
///     is so unless it is that person
/// @param peopleSampled how many people have probabilities that were drawn
/// @param error how far these may be off, 0 to 1
record AttackReport(
        int questions,
        long peopleNamed,
        long indicatorsNamed,
        long kindsNamed,
        Set<String> assumedRates,
        List<Signal> contradicted,
        List<Signal> unexplained,
        List<String> undatedFamilies,
        int peopleSampled,
        double error,
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

    /// A signal that stands by itself.
    ///
    /// @param noSignals the rounds that contradict it, as in [Line]
    record Signal(String familyId, String round, List<String> noSignals) {

        static Signal of(Answered signal, List<Answered> noSignals, Held held) {
            return new Signal(
                    held.families().get(signal.family()), signal.round(), rounds(noSignals, signal.family(), held));
        }

        /// Hides whom it speaks of.
        @Override
        public String toString() {
            return "Signal[hidden]";
        }
    }

    /// One finding.
    ///
    /// @param people whom it speaks of; nobody where it speaks of a family, and so the next two
    /// @param because the round of the signal, then each of a no signal that took something away; with the
    ///     family where the answer was another's
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
            var because = rounds(found.because(), found.family(), held);
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
                case Statement.EitherNeed(int person, var indicators) ->
                    new Parts(List.of(person), indicators, Set.of());
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
                attack.contradicted().stream()
                        .map(one -> Signal.of(one.signal(), one.noSignals(), held))
                        .toList(),
                attack.unexplained().stream()
                        .map(one -> Signal.of(one, List.of(), held))
                        .toList(),
                held.undated().stream().sorted().map(held.families()::get).toList(),
                attack.sampled().size(),
                attack.error(),
                attack.findings().stream().map(found -> Line.of(found, held)).toList());
    }

    /// The rounds of answers, each with its family where that is another than the one that is spoken of.
    static List<String> rounds(List<Answered> answers, int family, Held held) {
        return answers.stream()
                .map(answer -> answer.family() == family
                        ? answer.round()
                        : answer.round() + " of " + held.families().get(answer.family()))
                .toList();
    }

    /// Writes it all as JSON; it appears whole or not at all, and for whoever writes it alone.
    void writeJson(Path file) throws IOException {
        try (var out = NewFile.forOwnerAlone(file)) {
            out.writer().write(ModelFile.JSON.writeValueAsString(this));
            out.writer().write("\n");
            out.commit();
        }
    }

    /// Writes the findings as a table for a spreadsheet, and below them the signals that stand by themselves;
    /// it appears whole or not at all, and for whoever writes it alone.
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
                for (var signal : contradicted) {
                    signal(rows, "contradicted", signal);
                }
                for (var signal : unexplained) {
                    signal(rows, "unexplained", signal);
                }
            }
            out.commit();
        }
    }

    private static void signal(CsvFile rows, String verdict, Signal signal) throws IOException {
        var because = new ArrayList<>(List.of(signal.round()));
        because.addAll(signal.noSignals());
        rows.row(verdict, signal.familyId(), "", "", "", joined(because), "", "", "");
    }

    private static String joined(List<String> values) {
        return values.stream().collect(Collectors.joining(";"));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
