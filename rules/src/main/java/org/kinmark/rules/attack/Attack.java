package org.kinmark.rules.attack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kinmark.rules.boundary.Explanation;

/// Everything that somebody who holds the team's lists and bits can derive of them, the worst first.
///
/// What is certain follows by logic alone ([Logic] says how) and holds whatever the base rates are; the
/// probabilities rest on a model, which [Model] describes with where it fails.
///
/// @param findings of which no two make the same statement
/// @param contradicted answers that no unchanging facts give together with the others: each is taken by itself
/// @param assumed indicators that were asked about and of which no base rate is known
/// @param sampled people about whom worlds had to be drawn
/// @param error how far the probabilities of those people may be off, 0 to 1; 0 where nobody's were drawn
public record Attack(
        List<Finding> findings,
        List<Answered> contradicted,
        Set<String> assumed,
        Set<Integer> sampled,
        double error) {

    /// The chance that a service says of a need that it could know: at least 18 % of the people on a list are found
    /// in no register.
    public static final double KNOWN = 0.82;

    private static final double UNMOVED = 1e-9;

    /// Attacks answers.
    ///
    /// @param answers of released rounds, in the order in which they were released
    /// @param known the chance that a service says of a need that it could know, above 0 and under 1
    public static Attack on(List<Answered> answers, BaseRates rates, double known) {
        var logic = Logic.of(answers);
        var asked = new Asked(answers);
        var drafts = drafts(logic, asked);
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
                findings.stream()
                        .filter(found -> found.verdict() != Verdict.LIKELIER && found.verdict() != Verdict.LESS_LIKELY
                                || Math.abs(found.after() - found.before()) > UNMOVED)
                        .sorted(Comparator.comparing(Finding::verdict)
                                .thenComparing(Comparator.comparingDouble(Finding::bits)
                                        .reversed())
                                .thenComparingInt(Finding::family))
                        .toList(),
                logic.contradicted().stream().map(Clause::question).toList(),
                assumed(answers, rates),
                posterior.sampled(),
                posterior.error());
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

    /// A statement that logic has judged, or left open.
    private record Draft(int family, @Nullable Verdict verdict, List<Answered> because) {

        private Finding finding(Statement statement, double before, double after) {
            return switch (verdict) {
                case CERTAIN, ONE_OF_TWO -> new Finding(family, statement, verdict, because, before, 1);
                case RULED_OUT_BESIDE_A_SIGNAL -> new Finding(family, statement, verdict, because, before, after);
                case LIKELIER, LESS_LIKELY -> throw new IllegalStateException("logic does not say how likely");
                case null -> {
                    var moved = after > before ? Verdict.LIKELIER : Verdict.LESS_LIKELY;
                    yield new Finding(family, statement, moved, List.of(), before, after);
                }
            };
        }
    }

    private static Map<Statement, Draft> drafts(Logic logic, Asked asked) {
        var drafts = new LinkedHashMap<Statement, Draft>();
        var telling = logic.telling().stream()
                .filter(clause -> !clause.left().isEmpty())
                .toList();
        for (var clause : telling) {
            for (int family : asked.familiesOf(clause.events())) {
                add(clause, family, Verdict.CERTAIN, clause.certain(family), drafts);
            }
        }
        for (var clause : telling) {
            add(clause, clause.question().family(), Verdict.ONE_OF_TWO, clause.oneOfTwo(), drafts);
        }
        addRuledOut(logic, asked, drafts);
        asked.statements()
                .forEach((statement, family) -> drafts.putIfAbsent(statement, new Draft(family, null, List.of())));
        return drafts;
    }

    private static void add(
            Clause clause, int family, Verdict verdict, List<Statement> statements, Map<Statement, Draft> drafts) {
        statements.forEach(statement -> drafts.putIfAbsent(statement, new Draft(family, verdict, clause.because())));
    }

    /// The people of a family with a signal of whom everything is ruled out that they were ever asked about.
    private static void addRuledOut(Logic logic, Asked asked, Map<Statement, Draft> drafts) {
        var unsaid = logic.surelyUnsaid();
        for (var clause : logic.clauses()) {
            var gone = clause.question().explanations().stream()
                    .map(Explanation::person)
                    .distinct()
                    .sorted()
                    .filter(person -> unsaid.containsAll(asked.ofPerson(person)))
                    .<Statement>map(Statement.SomeNeed::new)
                    .toList();
            add(clause, clause.question().family(), Verdict.RULED_OUT_BESIDE_A_SIGNAL, gone, drafts);
        }
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
