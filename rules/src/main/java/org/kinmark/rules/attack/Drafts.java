package org.kinmark.rules.attack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kinmark.rules.attack.Statement.InFamily;
import org.kinmark.rules.attack.Statement.Known;
import org.kinmark.rules.attack.Statement.Need;
import org.kinmark.rules.attack.Statement.SomeNeed;

/// Goes through all that could be said, and asks of each statement whether it follows, or its contrary does.
final class Drafts {

    private final Logic logic;
    private final Asked asked;
    private final Map<Statement, Draft> drafts = new LinkedHashMap<>();

    private Drafts(Logic logic, Asked asked) {
        this.logic = logic;
        this.asked = asked;
    }

    /// Every statement that is worth a finding, what follows first, in an order that hangs on the answers
    /// alone.
    static Map<Statement, Draft> of(Logic logic, Asked asked) {
        var drafts = new Drafts(logic, asked);
        drafts.addCertain();
        drafts.addOneOfTwo();
        drafts.addRuledOutBesideASignal();
        drafts.addOpen();
        return drafts.drafts;
    }

    private void addCertain() {
        for (var clause : logic.telling()) {
            clause.certain(asked).forEach((statement, family) -> add(statement, family, Verdict.CERTAIN, clause));
        }
    }

    private void addOneOfTwo() {
        for (var clause : logic.telling()) {
            clause.oneOfTwo(asked).forEach((statement, family) -> {
                if (parts(statement).stream().noneMatch(drafts::containsKey)) {
                    add(statement, family, Verdict.ONE_OF_TWO, clause);
                }
            });
        }
    }

    private void add(Statement statement, int family, Verdict verdict, Clause clause) {
        drafts.putIfAbsent(statement, new Draft(family, verdict, clause.because()));
    }

    /// The two of which one is true; where it is known which, there is nothing left to say of both.
    private static List<Statement> parts(Statement statement) {
        return switch (statement) {
            case Statement.OneOfTwo(int person, int other) -> List.of(new SomeNeed(person), new SomeNeed(other));
            case Statement.EitherNeed(int person, var indicators) ->
                indicators.stream()
                        .<Statement>map(indicator -> new Need(person, indicator))
                        .toList();
            case InFamily(int family, var indicators) ->
                indicators.stream()
                        .<Statement>map(indicator -> new InFamily(family, Set.of(indicator)))
                        .toList();
            case Need _, SomeNeed _, Known _ -> List.of();
        };
    }

    /// What a signal was asked about and no service said.
    private void addRuledOutBesideASignal() {
        for (var clause : logic.clauses()) {
            var signal = clause.question();
            var about = new LinkedHashSet<Statement>();
            signal.explanations().stream()
                    .sorted(Asked.EXPLANATIONS)
                    .forEach(one -> about.addAll(List.of(
                            new SomeNeed(one.person()),
                            new Need(one.person(), one.indicator()),
                            new InFamily(signal.family(), Set.of(one.indicator())),
                            new Known(signal.family(), Set.of(one.kind())))));
            about.stream().filter(this::isRuledOut).forEach(statement -> {
                var because = new ArrayList<>(List.of(signal));
                because.addAll(logic.rulingOut(asked.events(statement)));
                drafts.putIfAbsent(statement, new Draft(signal.family(), Verdict.RULED_OUT_BESIDE_A_SIGNAL, because));
            });
        }
    }

    private boolean isRuledOut(Statement statement) {
        return logic.ruledOut().keySet().containsAll(asked.events(statement));
    }

    private void addOpen() {
        var worthless = new HashSet<Statement>();
        logic.clauses().forEach(clause -> worthless.addAll(clause.worthless(asked)));
        asked.statements().forEach((statement, family) -> {
            if (!worthless.contains(statement)) {
                boolean never = statement instanceof Known && isRuledOut(statement);
                drafts.putIfAbsent(
                        statement,
                        never
                                ? new Draft(family, Verdict.RULED_OUT, logic.rulingOut(asked.events(statement)))
                                : new Draft(family, null, List.of()));
            }
        });
    }
}
