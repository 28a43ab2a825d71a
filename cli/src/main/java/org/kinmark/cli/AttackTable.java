package org.kinmark.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kinmark.exchange.Held;
import org.kinmark.rules.attack.Answered;
import org.kinmark.rules.attack.Attack;
import org.kinmark.rules.attack.BaseRates;
import org.kinmark.rules.attack.Finding;
import org.kinmark.rules.attack.Statement;
import org.kinmark.rules.attack.Verdict;

/// What an attack prints: what is certain, then what moved most, in words for somebody who decides and does not
/// compute.
///
/// @param known the chance that a service says of a need that it could know
/// @param top how many findings of a kind are shown; what is certain is shown whole
record AttackTable(Held held, Attack attack, double known, int top) {

    /// Prints it all, the worst first.
    void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "Certain: %,d people named, %,d indicators, %,d kinds of specialist%n",
                attack.peopleNamed(),
                attack.indicatorsNamed(),
                attack.kindsNamed());
        questions(out);
        signals(out);
        unlessUndated(out, "Certain", attack.with(Verdict.CERTAIN), Integer.MAX_VALUE);
        unlessUndated(
                out,
                "Certainly one of two issues",
                attack.with(Verdict.ONE_OF_TWO).filter(found -> !(found.statement() instanceof Statement.OneOfTwo)),
                top);
        section(out, "Ruled out, though there is a signal where it was asked about", ruledOut(), top);
        section(out, "Likelier, the worst of each family", worst(Verdict.LIKELIER, AttackTable::isOfWhoOrWhat), top);
        section(
                out,
                "Less likely, the worst of each family",
                worst(Verdict.LESS_LIKELY, AttackTable::isOfAPerson),
                top);
        assumptions(out);
        out.flush();
    }

    private void questions(PrintWriter out) {
        var answers = held.answers();
        count(out, "Questions", answers.size());
        count(out, "  health priority", answers.stream().filter(Answered::mark).count());
        count(
                out,
                "  no signal, read as \"nobody\"",
                answers.stream().filter(answer -> !answer.mark()).count());
        count(
                out,
                "  that nothing explains: nobody fits, or has a birth date",
                answers.stream()
                        .filter(answer -> answer.explanations().isEmpty())
                        .count());
        count(out, "Rounds", answers.stream().map(Answered::round).distinct().count());
        count(out, "People asked about", held.people().size());
        count(
                out,
                "Families with people without a birth date, whom nothing explains",
                held.undated().size());
        count(
                out,
                "Pairs of people of whom it is certainly one",
                attack.with(Verdict.ONE_OF_TWO)
                        .filter(found -> found.statement() instanceof Statement.OneOfTwo)
                        .count());
    }

    /// Signals that stand by themselves, so that each can be looked up.
    private void signals(PrintWriter out) {
        if (!attack.contradicted().isEmpty()) {
            count(
                    out,
                    "Signals of which other answers leave nothing",
                    attack.contradicted().size());
            attack.contradicted().stream()
                    .map(one -> AttackReport.Signal.of(one.signal(), one.noSignals(), held))
                    .forEach(one -> out.println("  " + one.familyId() + ": " + one.round() + " against "
                            + String.join(", ", one.noSignals())));
            out.println(
                    "  Something has changed, or a no signal came of silence. The signal is believed, and what the");
            out.println("  no signals say of anything that it speaks of is not, for any family.");
        }
        if (!attack.unexplained().isEmpty()) {
            count(out, "Signals that nothing explains", attack.unexplained().size());
            attack.unexplained()
                    .forEach(one -> out.println("  " + held.families().get(one.family()) + ": " + one.round()));
        }
    }

    /// What is certain, and apart from it what would be if everybody had a birth date.
    private void unlessUndated(PrintWriter out, String title, Stream<Finding> findings, int most) {
        var parts = findings.collect(Collectors.partitioningBy(this::isUndated));
        section(out, title, parts.getOrDefault(false, List.of()).stream(), most);
        section(
                out,
                title + ", unless it is a person without a birth date, whom nothing explains",
                parts.getOrDefault(true, List.of()).stream(),
                most);
    }

    private boolean isUndated(Finding found) {
        return found.because().stream()
                .anyMatch(answer -> answer.mark() && held.undated().contains(answer.family()));
    }

    /// What is ruled out, without each need of a person, or of an issue, that is ruled out altogether.
    private Stream<Finding> ruledOut() {
        var all = attack.with(Verdict.RULED_OUT_BESIDE_A_SIGNAL)
                .map(Finding::statement)
                .collect(Collectors.toUnmodifiableSet());
        return attack.with(Verdict.RULED_OUT_BESIDE_A_SIGNAL)
                .filter(found -> !(found.statement() instanceof Statement.Need(int person, var indicator)
                        && (all.contains(new Statement.SomeNeed(person))
                                || all.contains(new Statement.InFamily(found.family(), Set.of(indicator))))));
    }

    /// Of each family what moved most, so that one family does not fill the page.
    private Stream<Finding> worst(Verdict verdict, Predicate<Statement> which) {
        var families = new HashSet<Integer>();
        return attack.with(verdict)
                .filter(found -> which.test(found.statement()))
                .filter(found -> families.add(found.family()));
    }

    /// Whether it says who or what it is. How likely each kind of service is to have said so hangs on the model
    /// most, so that stands in the files only.
    private static boolean isOfWhoOrWhat(Statement statement) {
        return !(statement instanceof Statement.Known);
    }

    private static boolean isOfAPerson(Statement statement) {
        return statement instanceof Statement.SomeNeed;
    }

    private void section(PrintWriter out, String title, Stream<Finding> findings, int most) {
        var all = findings.toList();
        if (all.isEmpty()) {
            return;
        }
        var lines = new ArrayList<List<String>>();
        boolean follows = all.stream().anyMatch(found -> !found.because().isEmpty());
        lines.add(List.of("family", "what", "before", "after", "bits", follows ? "from" : ""));
        all.stream().limit(most).map(new AttackWords(held)::line).forEach(lines::add);
        out.println();
        out.println(title + ":");
        print(out, lines);
        if (all.size() > most) {
            out.printf(Locale.ROOT, "  and %,d more (--top, --out)%n", all.size() - most);
        }
    }

    private void assumptions(PrintWriter out) {
        out.println();
        if (!attack.assumed().isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "No base rate is known for %s; %.0f %% of families is assumed (--base-rates).%n",
                    String.join(", ", attack.assumed()),
                    100 * BaseRates.ASSUMED);
        }
        if (!attack.sampled().isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "Families that share many people tie %,d people together: their figures are drawn, good to about %.0f %%.%n",
                    attack.sampled().size(),
                    Math.ceil(100 * attack.error()));
        }
        out.printf(
                Locale.ROOT,
                "The figures assume that needs are independent of each other; that each kind of service finds somebody who%n"
                        + "has a need with a chance of %s %%, independently of every other; and that no signal is never%n"
                        + "silence, nor an objection.%n",
                BigDecimal.valueOf(100)
                        .multiply(BigDecimal.valueOf(known))
                        .stripTrailingZeros()
                        .toPlainString());
        out.println(
                "What is certain follows whatever the figures are; the rest is as good as the base rates. Lines here"
                        + " speak of people: keep them as you keep marks.");
    }

    private static void count(PrintWriter out, String what, long count) {
        out.printf(Locale.ROOT, "%-64s %,9d%n", what, count);
    }

    /// Columns as wide as their widest; numbers stand right.
    private static void print(PrintWriter out, List<List<String>> lines) {
        var widths = new int[lines.getFirst().size()];
        lines.forEach(line -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        });
        for (var line : lines) {
            var text = new StringBuilder(" ");
            for (int i = 0; i < widths.length; i++) {
                var gap = " ".repeat(widths[i] - line.get(i).length());
                boolean number = i >= 2 && i <= 4;
                text.append(' ')
                        .append(number ? gap + line.get(i) : line.get(i) + gap)
                        .append(' ');
            }
            out.println(text.toString().stripTrailing());
        }
    }
}
