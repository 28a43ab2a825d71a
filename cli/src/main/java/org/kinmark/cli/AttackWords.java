package org.kinmark.cli;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.kinmark.exchange.Held;
import org.kinmark.rules.attack.Finding;
import org.kinmark.rules.attack.Statement;
import org.kinmark.rules.attack.Verdict;
import org.kinmark.rules.boundary.ServiceKind;

/// A finding in words, and its figures, for somebody who decides and does not compute.
record AttackWords(Held held) {

    /// What a line of a table says: family, what, before, after, bits, from.
    List<String> line(Finding found) {
        return List.of(
                held.families().get(found.family()),
                found.verdict() == Verdict.RULED_OUT_BESIDE_A_SIGNAL
                        ? ruledOut(found.statement())
                        : words(found.statement()),
                percent(found.before(), false),
                percent(found.after(), isCertain(found)),
                String.format(Locale.ROOT, "%.2f", found.bits()),
                because(found));
    }

    private String words(Statement statement) {
        return switch (statement) {
            case Statement.Need(int person, var indicator) -> person(person) + " has " + indicator;
            case Statement.SomeNeed(int person) -> person(person) + " has a need that was asked about";
            case Statement.EitherNeed(int person, var indicators) -> person(person) + " has " + or(indicators);
            case Statement.OneOfTwo(int person, int other) -> "it is " + person(person) + " or " + person(other);
            case Statement.InFamily(int _, var indicators) -> "somebody has " + or(indicators);
            case Statement.Known(int _, var kinds) -> "known to " + kinds(kinds);
        };
    }

    private String ruledOut(Statement statement) {
        return switch (statement) {
            case Statement.Need(int person, var indicator) -> "it is not " + indicator + " of " + person(person);
            case Statement.SomeNeed(int person) -> "it is not " + person(person);
            case Statement.InFamily(int _, var indicators) -> "it is not " + or(indicators);
            case Statement.Known(int _, var kinds) -> "not known to " + kinds(kinds);
            case Statement.EitherNeed _, Statement.OneOfTwo _ -> "not: " + words(statement);
        };
    }

    private String person(int person) {
        return held.people().get(person);
    }

    private static String kinds(Collection<ServiceKind> kinds) {
        return or(kinds.stream().map(AttackReport.Line::written).toList());
    }

    private static String or(Collection<String> words) {
        return String.join(" or ", words.stream().sorted().toList());
    }

    /// The round of the signal, and what was taken away from it.
    private String because(Finding found) {
        var rounds = AttackReport.rounds(found.because(), found.family(), held);
        if (rounds.size() < 2) {
            return String.join("", rounds);
        }
        var less = rounds.subList(1, rounds.size()).stream().distinct().toList();
        return rounds.getFirst() + " less " + String.join(", ", less);
    }

    /// Whether its probability is a fact. What only seldom is otherwise must not look like one that never is.
    private static boolean isCertain(Finding found) {
        return switch (found.verdict()) {
            case CERTAIN, ONE_OF_TWO -> true;
            case RULED_OUT_BESIDE_A_SIGNAL, RULED_OUT -> found.statement() instanceof Statement.Known;
            case LIKELIER, LESS_LIKELY -> false;
        };
    }

    private static String percent(double share, boolean certain) {
        if (!certain && share < 0.000_5) {
            return "< 0.1 %";
        }
        return !certain && share >= 0.999_5 ? "> 99.9 %" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
