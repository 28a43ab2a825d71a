package org.kinmark.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.kinmark.rules.Decision;
import org.kinmark.rules.Word;

/// A decision as one line of JSON. Every decision has the same keys in the same order.
final class DecisionLine {

    private DecisionLine() {}

    /// The line, without its end. All that it holds are words of the rules, which need no escapes.
    static String of(Decision decision) {
        return "{\"decision\":\"" + outcome(decision)
                + "\",\"rule\":" + decision.rule().number()
                + ",\"reasons\":" + words(decision.reasons())
                + ",\"duties\":" + words(decision.duties())
                + ",\"refer_to\":" + words(decision.referTo())
                + ",\"row\":\"" + decision.row() + "\"}";
    }

    private static String outcome(Decision decision) {
        return switch (decision) {
            case Decision.Share _ -> "share";
            case Decision.Withhold _ -> "withhold";
            case Decision.Refer _ -> "refer";
        };
    }

    private static String words(List<? extends Word> words) {
        return words.stream().map(word -> '"' + word.written() + '"').collect(Collectors.joining(",", "[", "]"));
    }
}
