package org.kinmark.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.kinmark.exchange.Held;
import org.kinmark.rules.attack.Answered;
import org.kinmark.rules.attack.Attack;
import org.kinmark.rules.attack.BaseRates;
import org.kinmark.rules.attack.Finding;
import org.kinmark.rules.attack.Statement;
import org.kinmark.rules.attack.Verdict;
import org.kinmark.rules.boundary.ServiceKind;

/// What an attack prints: what is certain, then what moved most, in words for somebody who decides and does not
/// compute.
///
/// @param top how many findings of a kind are shown; what is certain is shown whole
record AttackTable(Held held, Attack attack, int top) {

    /// Prints it all, the worst first.
    void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "Certain: %,d people named, %,d indicators, %,d kinds of specialist%n",
                attack.peopleNamed(),
                attack.indicatorsNamed(),
                attack.kindsNamed());
        questions(out);
        contradictions(out);
        section(out, "Certain", attack.with(Verdict.CERTAIN), Integer.MAX_VALUE);
        section(out, "Certainly one of two issues", oneOfTwo(Statement.InFamily.class), top);
        section(
                out,
                "Nothing left of a person, though somebody of the family has a signal",
                attack.with(Verdict.RULED_OUT_BESIDE_A_SIGNAL),
                top);
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
        count(out, "Rounds", answers.stream().map(Answered::round).distinct().count());
        count(out, "People asked about", held.people().size());
        count(
                out,
                "Families of whom it is certainly one of two people",
                oneOfTwo(Statement.OneOfTwo.class)
                        .map(Finding::family)
                        .distinct()
                        .count());
    }

    private void contradictions(PrintWriter out) {
        if (!attack.contradicted().isEmpty()) {
            count(
                    out,
                    "Signals of which earlier answers leave nothing",
                    attack.contradicted().size());
            out.println("  Something has changed, or a no signal came of silence. Each is taken by itself, and the");
            out.println("  probabilities leave it aside.");
        }
    }

    private Stream<Finding> oneOfTwo(Class<? extends Statement> what) {
        return attack.with(Verdict.ONE_OF_TWO).filter(found -> what.isInstance(found.statement()));
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
        all.stream().limit(most).map(this::line).forEach(lines::add);
        out.println();
        out.println(title + ":");
        print(out, lines);
        if (all.size() > most) {
            out.printf(Locale.ROOT, "  and %,d more (--top, --out)%n", all.size() - most);
        }
    }

    private List<String> line(Finding found) {
        return List.of(
                held.families().get(found.family()),
                words(found.statement(), found.verdict()),
                percent(found.before()),
                percent(found.after()),
                String.format(Locale.ROOT, "%.2f", found.bits()),
                because(found));
    }

    private String words(Statement statement, Verdict verdict) {
        return switch (statement) {
            case Statement.Need(int person, var indicator) -> person(person) + " has " + indicator;
            case Statement.SomeNeed(int person)
            when verdict == Verdict.RULED_OUT_BESIDE_A_SIGNAL -> "it is not " + person(person);
            case Statement.SomeNeed(int person) -> person(person) + " has a need that was asked about";
            case Statement.OneOfTwo(int person, int other) -> "it is " + person(person) + " or " + person(other);
            case Statement.InFamily(int _, var indicators) ->
                "somebody has "
                        + String.join(" or ", indicators.stream().sorted().toList());
            case Statement.Known(int _, var kinds) -> "known to " + kinds(kinds);
        };
    }

    private static String kinds(Iterable<ServiceKind> kinds) {
        var words = new ArrayList<String>();
        kinds.forEach(kind -> words.add(AttackReport.Line.written(kind)));
        return String.join(" or ", words.stream().sorted().toList());
    }

    private String person(int person) {
        return held.people().get(person);
    }

    /// The round of the signal, and what was taken away from it.
    private static String because(Finding found) {
        var rounds = found.because().stream().map(Answered::round).toList();
        if (rounds.size() < 2) {
            return String.join("", rounds);
        }
        var less = rounds.subList(1, rounds.size()).stream().distinct().toList();
        return rounds.getFirst() + " less " + String.join(", ", less);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
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
