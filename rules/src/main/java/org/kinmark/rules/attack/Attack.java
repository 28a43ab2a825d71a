package org.kinmark.rules.attack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Everything that somebody who holds the team's lists and bits can derive of them, the worst first.
///
/// What is certain follows by logic alone ([Logic] says how) and holds whatever the base rates are; the
/// probabilities rest on a model, which [Model] describes with where it fails.
///
/// @param findings of which no two make the same statement
/// @param contradicted signals that no unchanging facts give together with the no signals, whose word about
///     what the signals speak of is then not taken
/// @param unexplained signals that nothing explains: nobody was asked about whom an indicator fits
/// @param assumed indicators that were asked about and of which no base rate is known
/// @param sampled people about whom worlds had to be drawn
/// @param error how far the probabilities of those people may be off, 0 to 1; 0 where nobody's were drawn
public record Attack(
        List<Finding> findings,
        List<Contradiction> contradicted,
        List<Answered> unexplained,
        Set<String> assumed,
        Set<Integer> sampled,
        double error) {

    /// The chance that a service says of a need that it could know: at least 18 % of the people on a list are found
    /// in no register.
    public static final double KNOWN = 0.82;

    private static final double UNMOVED = 1e-9;

    /// The last digits of a sum hang on its order, and the order of findings must not.
    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::verdict)
            .thenComparingLong(found -> -Math.round(found.bits() / UNMOVED))
            .thenComparingInt(Finding::family);

    /// Attacks answers.
    ///
    /// @param answers of released rounds, in the order in which they were released
    /// @param known the chance that a service says of a need that it could know, above 0 and under 1
    public static Attack on(List<Answered> answers, BaseRates rates, double known) {
        var logic = Logic.of(answers);
        var asked = new Asked(answers);
        var drafts = Drafts.of(logic, asked);
        var denials = drafts.keySet().stream().map(asked::denial).toList();
        var model = new Model(answers, logic.ruledOut().keySet(), rates, known);
        var posterior = Posterior.of(model, logic.smallest(), denials);
        var findings = new ArrayList<Finding>();
        int at = 0;
        for (var draft : drafts.entrySet()) {
            double before = 1 - model.before(denials.get(at));
            findings.add(draft.getValue()
                    .finding(draft.getKey(), before, 1 - posterior.after()[at++]));
        }
        return new Attack(
                findings.stream().filter(Attack::tells).sorted(WORST_FIRST).toList(),
                logic.contradicted(),
                answers.stream()
                        .filter(one -> one.mark() && one.explanations().isEmpty())
                        .toList(),
                assumed(answers, rates),
                posterior.sampled(),
                posterior.error());
    }

    private static boolean tells(Finding found) {
        return switch (found.verdict()) {
            case CERTAIN, ONE_OF_TWO, RULED_OUT_BESIDE_A_SIGNAL, RULED_OUT -> true;
            case LIKELIER, LESS_LIKELY -> Math.abs(found.after() - found.before()) > UNMOVED;
        };
    }

    /// Findings of a verdict, the worst first.
    public Stream<Finding> with(Verdict verdict) {
        return findings.stream().filter(found -> found.verdict() == verdict);
    }

    /// How many people are named for certain.
    public long peopleNamed() {
        return certain(Statement.SomeNeed.class);
    }

    /// How many times a single indicator is named for certain: of one person, or of a family.
    public long indicatorsNamed() {
        return certain(Statement.InFamily.class);
    }

    /// How many times a single kind of specialist is named for certain, of a family.
    public long kindsNamed() {
        return certain(Statement.Known.class);
    }

    /// Whether anything at all is certain that no bit may tell.
    public boolean namesAnything() {
        return with(Verdict.CERTAIN).findAny().isPresent();
    }

    private long certain(Class<? extends Statement> what) {
        return with(Verdict.CERTAIN)
                .filter(found -> what.isInstance(found.statement()))
                .count();
    }

    private static Set<String> assumed(List<Answered> answers, BaseRates rates) {
        var indicators = new HashSet<String>();
        answers.forEach(answer -> answer.explanations().forEach(one -> indicators.add(one.indicator())));
        indicators.removeIf(rates::has);
        return new TreeSet<>(indicators);
    }

    /// Says nothing about anybody.
    @Override
    public String toString() {
        return "Attack[hidden]";
    }
}
