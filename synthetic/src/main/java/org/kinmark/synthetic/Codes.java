package org.kinmark.synthetic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Which codes say which problem, and the codes of everyday complaints that no agreement asks about.
final class Codes {

    static final Code OPEN_CASE = Code.parse("caseload", "open");
    static final Code MENTAL_HEALTH_SOCIAL_WORK = Code.parse("local", "MHSW");
    static final Code OCCUPATIONAL_THERAPY = Code.parse("local", "OT");

    private static final String EVERYDAY = "everyday";

    private final Map<Problem, Ranked<Code>> snomed = new EnumMap<>(Problem.class);
    private final Map<Problem, Ranked<Code>> icd10 = new EnumMap<>(Problem.class);
    private final Ranked<Code> everyday;

    Codes() {
        var rows = WordLists.lines("codes.csv").stream()
                .skip(1)
                .map(line -> line.split(",", 4))
                .toList();
        for (var problem : Problem.values()) {
            snomed.put(problem, ranked(rows, problem.written(), true));
            icd10.put(problem, ranked(rows, problem.written(), false));
        }
        this.everyday = ranked(rows, EVERYDAY, true);
    }

    Code snomed(Problem problem, Dice dice) {
        return Objects.requireNonNull(snomed.get(problem)).pick(dice);
    }

    Code icd10(Problem problem, Dice dice) {
        return Objects.requireNonNull(icd10.get(problem)).pick(dice);
    }

    Code everyday(Dice dice) {
        return everyday.pick(dice);
    }

    private static Ranked<Code> ranked(List<String[]> rows, String problem, boolean snomed) {
        var codes = new ArrayList<Code>();
        for (var row : rows) {
            var code = Code.parse(row[1], row[2]);
            if (row[0].equals(problem) && code.isSnomed() == snomed) {
                codes.add(code);
            }
        }
        return new Ranked<>(codes, 2);
    }
}
