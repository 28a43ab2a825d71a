package org.kinmark.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a rehearsal prints: counts and shares, nobody.
///
/// @param links accepted ones, and how many of them are right and of people who can be found
/// @param seconds by stage, in order
record RehearsalTable(
        Round round, List<AskedService.Result> results, Released released, Links links, Map<String, Double> seconds) {

    /// The quality of the links over all services. Precision is of those that were taken for certain; found are
    /// those and the doubtful ones that a professional confirmed.
    ///
    /// @param accepted how many links were taken for certain
    /// @param right how many of them are
    /// @param confirmed how many doubtful ones are
    /// @param findable people listed to a service who truly are in its register, neither gone nor objecting
    record Links(int accepted, int right, int confirmed, int findable) {

        static final double LEAST_PRECISION = .99;
        static final double LEAST_RECALL = .90;

        static Links of(List<AskedService.Result> results) {
            return new Links(
                    results.stream().mapToInt(AskedService.Result::accepted).sum(),
                    results.stream().mapToInt(AskedService.Result::right).sum(),
                    results.stream().mapToInt(AskedService.Result::confirmed).sum(),
                    results.stream().mapToInt(AskedService.Result::findable).sum());
        }

        double precision() {
            return accepted == 0 ? 1 : (double) right / accepted;
        }

        double recall() {
            return findable == 0 ? 1 : (double) (right + confirmed) / findable;
        }

        double recallWithoutProfessional() {
            return findable == 0 ? 1 : (double) right / findable;
        }

        boolean areGood() {
            return precision() >= LEAST_PRECISION && recall() >= LEAST_RECALL;
        }
    }

    void print(PrintWriter out) {
        int families = round.asked().size() + round.notAsked().size();
        line(out, "Families", families);
        line(out, "  asked about", round.asked().size());
        line(out, "  not asked", round.notAsked().size());
        why().forEach((reason, count) -> line(out, "    " + reason, count));
        line(out, "Services", results.size());
        line(out, "  rows listed", rows());
        line(
                out,
                "  people listed",
                round.persons().values().stream().distinct().count());
        line(out, "  marks that came back", marks(false));
        line(out, "  of them a priority", marks(true));
        line(out, "Health priority, pooled", released.priorities());
        line(out, "No signal", released.bits().size() - released.priorities());
        out.printf(Locale.ROOT, "%-64s %9.4f%n", "Link precision", links.precision());
        out.printf(Locale.ROOT, "%-64s %9.4f%n", "Link recall, of people truly in the registers", links.recall());
        out.printf(
                Locale.ROOT,
                "%-64s %9.4f%n",
                "  without doubtful links that the professional confirmed",
                links.recallWithoutProfessional());
        seconds.forEach((stage, taken) -> out.printf(Locale.ROOT, "%-64s %9.1f%n", "Seconds: " + stage, taken));
        out.flush();
    }

    private Map<String, Long> why() {
        return round.notAsked().values().stream()
                .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
    }

    private long rows() {
        return round.lists().values().stream()
                .mapToLong(list -> list.people().size())
                .sum();
    }

    private long marks(boolean onlyPriorities) {
        return results.stream()
                .flatMap(result -> result.marks().values().stream())
                .filter(mark -> mark || !onlyPriorities)
                .count();
    }

    private static void line(PrintWriter out, String what, long count) {
        out.printf(Locale.ROOT, "%-64s %,9d%n", what, count);
    }
}
