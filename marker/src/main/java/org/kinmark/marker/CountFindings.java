package org.kinmark.marker;

import java.util.List;
import java.util.function.Predicate;
import org.kinmark.exchange.FamilyList;

/// Counts what was read and found, for whoever may see numbers only.
final class CountFindings {

    private CountFindings() {}

    static Counts of(
            FamilyList list,
            Register register,
            Conditions conditions,
            List<Finding> findings,
            Remembered remembered,
            double cut) {
        return new Counts(
                list.people().size(),
                list.families().size(),
                list.wrongNhsNumbers(),
                register.numbers().size(),
                register.objected(),
                register.gone(),
                register.records().nhsNumbersWithWrongCheckDigit(),
                register.records().datesThatAreNone() + register.wrongEndDates(),
                conditions.read(),
                conditions.leftOut(),
                conditions.notInRegister(),
                count(findings, finding -> finding.link() == LinkState.ACCEPTED),
                count(findings, finding -> finding.link() == LinkState.DOUBTFUL),
                families(findings.stream().filter(Finding::suggests).toList()),
                families(findings.stream().filter(Finding::needsJudgement).toList()),
                settled(findings, remembered, cut),
                cut);
    }

    private static Counts.Settled settled(List<Finding> findings, Remembered remembered, double cut) {
        return new Counts.Settled(
                count(findings, finding -> finding.word().filter(Word::same).isPresent()),
                count(findings, finding -> !finding.stands()),
                count(findings, finding -> !finding.stands() && finding.probability() >= cut),
                remembered.dropped());
    }

    private static int count(List<Finding> findings, Predicate<Finding> which) {
        return (int) findings.stream().filter(which).count();
    }

    private static int families(List<Finding> findings) {
        return (int) findings.stream()
                .map(finding -> finding.person().family())
                .distinct()
                .count();
    }
}
