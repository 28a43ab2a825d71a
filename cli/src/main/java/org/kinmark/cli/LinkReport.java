package org.kinmark.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kinmark.linkage.Evaluation;
import org.kinmark.linkage.Model;

/// What `--report` writes: how much was compared, what was found, how long it took and by which parameters. Counts and
/// probabilities only; nobody in it.
///
/// @param seconds by stage, in the order of the stages
/// @param evaluation where the answers are known
/// @param peakMemoryBytes of the whole process, as the operating system counts it
record LinkReport(
        int left,
        int right,
        long pairsCompared,
        int links,
        double cut,
        int iterations,
        Map<String, Double> seconds,
        long peakMemoryBytes,
        double expectedPrecision,
        double expectedRecall,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Evaluated evaluation,
        List<Compared> comparisons) {

    /// What the answers say, in the order in which one would ask.
    ///
    /// @param recallAtPrecision999 null where no cut has that precision
    record Evaluated(
            int truth,
            Evaluation.Point atCut,
            Evaluation.Point best,

            @JsonProperty("recall_at_precision_999") @Nullable
            Double recallAtPrecision999,

            List<Evaluation.Point> curve) {

        private static Evaluated of(Evaluation evaluation) {
            var recall = evaluation.recallAtPrecision();
            return new Evaluated(
                    evaluation.answers(),
                    evaluation.atCut(),
                    evaluation.best(),
                    recall.isPresent() ? recall.getAsDouble() : null,
                    evaluation.curve());
        }
    }

    /// A comparison and its levels, the best first.
    record Compared(String comparison, List<Level> levels) {}

    /// A level of agreement with its probabilities and its weight in bits.
    record Level(String level, double m, double related, double u, double weight) {}

    static LinkReport of(LinkOutputs.Linked linked) {
        var linkage = linked.linkage();
        return new LinkReport(
                linked.files().left().records().size(),
                linked.files().right().records().size(),
                linkage.pairsCompared(),
                linkage.links().size(),
                linkage.cut().probability(),
                linkage.iterations(),
                linked.seconds(),
                largestResidentSize(),
                linkage.cut().expectedPrecision(),
                linkage.cut().expectedRecall(),
                linked.evaluation().map(Evaluated::of).orElse(null),
                linkage.model().comparisons().stream().map(LinkReport::compared).toList());
    }

    private static Compared compared(Model.Compared comparison) {
        return new Compared(
                comparison.comparison(),
                comparison.levels().stream()
                        .map(level -> new Level(level.level(), level.m(), level.related(), level.u(), level.weight()))
                        .toList());
    }

    /// The largest resident size so far. Where the operating system does not tell, what the heap and the rest of the
    /// virtual machine had reserved at their largest.
    private static long largestResidentSize() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            var peak = lines.filter(line -> line.startsWith("VmHWM:")).findFirst();
            if (peak.isPresent()) {
                return Long.parseLong(peak.get().replaceAll("[^0-9]", "")) * 1024;
            }
        } catch (IOException _) {
            // Not Linux.
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .mapToLong(pool -> pool.getPeakUsage().getCommitted())
                .sum();
    }
}
