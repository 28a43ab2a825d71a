package org.kinmark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Goes through a rehearsal's files as an auditor would, from the marks to the released bits, without the code that
/// pooled them: every bit must follow from `marks.csv` of each service and `map.csv`, and from nothing else.
final class ReleaseAudit {

    private static final String COUNCIL = "adult_social_care";
    private static final int FEWEST_IN_ROUND = 3;
    private static final int FEWEST_ON_FAMILY = 2;

    private final Map<String, String> kinds;
    private final Map<String, Set<String>> answered = new HashMap<>();
    private final Set<String> marked = new HashSet<>();
    private final Set<String> inRound = new HashSet<>();

    private ReleaseAudit(Map<String, String> kinds) {
        this.kinds = kinds;
    }

    enum MapColumn {
        SERVICE_ID,
        FAMILY_REF,
        FAMILY_ID
    }

    private enum MarkColumn {
        LIST_REF,
        FAMILY_REF,
        MARK
    }

    enum ReleasedColumn {
        FAMILY_ID,
        MARK
    }

    /// The families whose released bit does not follow, or is missing, by the team's id.
    ///
    /// @param kinds of the services by their ids, as `services.csv` writes them
    static Set<String> wrong(Path folder, Map<String, String> kinds) throws IOException {
        var audit = new ReleaseAudit(kinds);
        audit.collect(folder);
        var wrong = new HashSet<>(audit.inRound.size() < FEWEST_IN_ROUND ? Set.<String>of() : audit.answered.keySet());
        for (var row : CsvRows.read(folder.resolve("released.csv"), ReleasedColumn.class)) {
            var family = row.text(ReleasedColumn.FAMILY_ID);
            if ((audit.follows(family) ? "1" : "0").equals(row.text(ReleasedColumn.MARK))) {
                wrong.remove(family);
            } else {
                wrong.add(family);
            }
        }
        return wrong;
    }

    private void collect(Path folder) throws IOException {
        var familyOf = new HashMap<String, String>();
        for (var row : CsvRows.read(folder.resolve("map.csv"), MapColumn.class)) {
            familyOf.put(
                    row.text(MapColumn.SERVICE_ID) + " " + row.text(MapColumn.FAMILY_REF),
                    row.text(MapColumn.FAMILY_ID));
        }
        for (var service : kinds.keySet()) {
            var marks = folder.resolve("services").resolve(service).resolve("marks.csv");
            if (Files.exists(marks)) {
                collect(service, marks, familyOf);
            }
        }
    }

    private void collect(String service, Path marks, Map<String, String> familyOf) throws IOException {
        if (!COUNCIL.equals(kinds.get(service))) {
            inRound.add(service);
        }
        for (var row : CsvRows.read(marks, MarkColumn.class)) {
            var family = String.valueOf(familyOf.get(service + " " + row.text(MarkColumn.FAMILY_REF)));
            answered.computeIfAbsent(family, _ -> new HashSet<>()).add(service);
            if ("1".equals(row.text(MarkColumn.MARK))) {
                marked.add(family);
            }
        }
    }

    private boolean follows(String family) {
        var counted = new HashSet<>(answered.getOrDefault(family, Set.of()));
        counted.removeIf(service -> COUNCIL.equals(kinds.get(service)));
        return marked.contains(family)
                && inRound.size() >= FEWEST_IN_ROUND
                && counted.size() >= FEWEST_ON_FAMILY
                && counted.stream().map(kinds::get).distinct().count() >= FEWEST_ON_FAMILY;
    }
}
