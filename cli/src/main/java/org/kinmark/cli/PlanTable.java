package org.kinmark.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.kinmark.linkage.Plan;

/// What `kinmark link --plan` prints: how much each blocking rule would have compared, and where a value that means
/// "unknown" may hide. Values are never shown: the place of a record that has one is.
final class PlanTable {

    private final PrintWriter out;
    private final Plan plan;
    private final Path smaller;

    /// @param left the left file, and `right` the right one, as they are called
    PlanTable(PrintWriter out, Plan plan, Path left, Path right) {
        this.out = out;
        this.plan = plan;
        this.smaller = plan.left() <= plan.right() ? left : right;
    }

    void print() {
        out.printf(Locale.ROOT, "%,d records with %,d%n%n", plan.left(), plan.right());
        out.printf(Locale.ROOT, "%-36s %15s %15s  %s%n", "rule", "pairs", "of them new", "largest block");
        plan.rules().forEach(this::print);
        out.printf(Locale.ROOT, "%n%,d pairs would be compared.%n", plan.pairs());
        leftOut();
        advice();
        out.flush();
    }

    private void print(Plan.Rule rule) {
        out.printf(
                Locale.ROOT,
                "%-36s %15s %15s  %s%n",
                rule.name(),
                (rule.use() == Plan.Use.TOO_WIDE ? "about " : "") + String.format(Locale.ROOT, "%,d", rule.pairs()),
                switch (rule.use()) {
                    case TOO_WIDE -> "not used";
                    case REFUSED -> "too many";
                    case USED, NOBODY_MEETS -> String.format(Locale.ROOT, "%,d", rule.added());
                },
                rule.largest().stream()
                        .filter(block -> !block.isLeftOut())
                        .findFirst()
                        .map(block -> String.format(Locale.ROOT, "%,d x %,d", block.left(), block.right()))
                        .orElse(""));
    }

    private void leftOut() {
        for (var rule : plan.rules()) {
            for (var block : rule.largest()) {
                if (block.isLeftOut()) {
                    out.printf(
                            Locale.ROOT,
                            "%nLeft out of %s: a block of %,d x %,d. Record %,d of %s is in it.%n",
                            rule.name(),
                            block.left(),
                            block.right(),
                            block.example() + 1,
                            smaller);
                }
            }
        }
    }

    private void advice() {
        if (plan.rules().stream().anyMatch(rule -> rule.use() == Plan.Use.REFUSED)) {
            out.printf(
                    "%nThese files would be refused: a rule brings too many pairs. Do they lack what tells people apart?%n");
        }
        boolean isAnyLeftOut =
                plan.rules().stream().flatMap(rule -> rule.largest().stream()).anyMatch(Plan.Block::isLeftOut);
        if (isAnyLeftOut) {
            out.printf(
                    Locale.ROOT,
                    "%nThat many people hardly share a value that is true of them. If it stands for \"unknown\" (a date such as"
                            + " 1 January 1900), empty it in the file. Other rules look for these people.%n");
        }
        if (plan.pairs() == 0 && plan.left() > 0 && plan.right() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%nNobody would be compared with anybody. Have both files a birth date, names, a postcode or an NHS number"
                            + " (see --columns)?%n");
        }
    }
}
