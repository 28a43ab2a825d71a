package org.kinmark.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kinmark.marker.Counts;

/// What `kinmark mark` says when it is done: counts, and nothing about anyone.
final class MarkSummary {

    private final List<String> lines = new ArrayList<>();

    private MarkSummary() {}

    static List<String> of(Counts counts) {
        var summary = new MarkSummary();
        summary.line("People on the list", counts.listed(), "in " + number(counts.families()) + " families");
        summary.line("Patients who may be matched", counts.patients(), "");
        summary.odd("  left out: they object", counts.objected());
        summary.odd("  left out: left the service or died", counts.gone());
        summary.line("People linked to a patient", counts.linked(), cut(counts));
        summary.odd("  of them, on a professional's word", counts.settled().taken());
        summary.line("Doubtful links", counts.doubtful(), "");
        summary.odd("Links left out on a professional's word", counts.settled().setAside());
        summary.odd(
                "  of them, likely enough to be taken without it",
                counts.settled().setAsideThoughLikely());
        summary.odd(
                "Words dropped: two years old, or the patient left",
                counts.settled().dropped());
        summary.line("Families suggested", counts.suggested(), "");
        summary.line("Families to decide", counts.toJudge(), "suggested, or with a doubtful link");
        summary.odd("NHS numbers on the list with a wrong check digit", counts.listWrongNhsNumbers());
        summary.odd("NHS numbers in the register with a wrong check digit", counts.registerWrongNhsNumbers());
        summary.odd("Dates in the register that are none", counts.wrongDates());
        summary.line("Conditions read", counts.conditions(), "");
        summary.odd("  left out: no usable patient, date or code", counts.conditionsLeftOut());
        summary.odd("  of nobody who may be matched", counts.conditionsOfOthers());
        return summary.lines;
    }

    private static String cut(Counts counts) {
        return Double.isInfinite(counts.cut())
                ? "no link is certain enough"
                : String.format(Locale.ROOT, "from probability %.4f on", counts.cut());
    }

    /// A line that is worth a look only where the count is not 0.
    private void odd(String what, int count) {
        if (count > 0) {
            line(what, count, "");
        }
    }

    private void line(String what, int count, String more) {
        var counted = String.format(Locale.ROOT, "%-53s %9s", what, number(count));
        lines.add(more.isEmpty() ? counted : counted + "  " + more);
    }

    private static String number(int count) {
        return String.format(Locale.UK, "%,d", count);
    }
}
