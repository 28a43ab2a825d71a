package org.kinmark.hub;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where kills hit, by what was being done.
final class Hits {

    /// What was being done.
    enum Doing {
        UPLOAD,
        UPLOAD_AND_DECLARE,
        DECLARE,
        RELEASE
    }

    /// How far it was.
    enum Where {
        BEFORE("before"),
        WITHIN("inside"),
        /// At some moment, and nothing of it is there.
        BEFORE_OR_WITHIN("before or inside"),
        /// All of it is there, and nobody was told so.
        AFTER_UNTOLD("after, untold"),
        AFTER("after, told");

        private final String words;

        Where(String words) {
            this.words = words;
        }
    }

    private final Map<Doing, Map<Where, Integer>> counts = new EnumMap<>(Doing.class);

    void add(Doing doing, Where where) {
        counts.computeIfAbsent(doing, _ -> new EnumMap<>(Where.class)).merge(where, 1, Integer::sum);
    }

    int of(Doing doing, Where where) {
        return counts.getOrDefault(doing, Map.of()).getOrDefault(where, 0);
    }

    /// A table, with a row for each kind of act.
    String table() {
        var head = String.format("%-20s", "")
                + Stream.of(Where.values())
                        .map(where -> String.format("%18s", where.words))
                        .collect(Collectors.joining());
        return Stream.of(Doing.values())
                .map(doing -> String.format("%-20s", doing)
                        + Stream.of(Where.values())
                                .map(where -> String.format("%18d", of(doing, where)))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n", head + "\n", "\n"));
    }
}
