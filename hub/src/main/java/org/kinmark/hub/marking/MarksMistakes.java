package org.kinmark.hub.marking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kinmark.exchange.FamilyList;
import org.kinmark.exchange.FamilyRef;
import org.kinmark.exchange.Mistake;
import org.kinmark.exchange.NumberedMarks;

/// What is wrong with a `marks.csv`, for whoever sent it: each mistake with its file, line and column, and no value of
/// the file.
final class MarksMistakes {

    private static final String FILE = "marks.csv";
    private static final String FAMILY = "family_ref";
    private static final int MOST = 20;

    private MarksMistakes() {}

    /// Rows that are about no family of the list, then families of the list that have no row.
    ///
    /// @param overtaken families that may have one or none: nothing of it counts
    static List<Mistake> of(FamilyList list, NumberedMarks sent, Set<UUID> overtaken) {
        var passedOver =
                overtaken.stream().map(UUID::toString).map(FamilyRef::new).collect(Collectors.toSet());
        var lines = new LinkedHashMap<FamilyRef, Integer>();
        for (int i = 0; i < list.people().size(); i++) {
            lines.putIfAbsent(list.people().get(i).family(), i + 2);
        }
        var mistakes = new ArrayList<Mistake>();
        var marks = sent.marks().marks();
        var marked = new HashSet<FamilyRef>();
        for (int i = 0; i < marks.size(); i++) {
            marked.add(marks.get(i).family());
            if (!lines.containsKey(marks.get(i).family())
                    && !passedOver.contains(marks.get(i).family())) {
                mistakes.add(new Mistake(FILE, sent.lines().get(i), FAMILY, "this is no family of the list"));
            }
        }
        lines.forEach((family, line) -> {
            if (!marked.contains(family) && !passedOver.contains(family)) {
                mistakes.add(new Mistake(FILE, 0, FAMILY, "the family in line " + line + " of list.csv has no row"));
            }
        });
        return mistakes;
    }

    /// The list that it names is none of the unit's.
    static Mistake noSuchList(NumberedMarks sent) {
        return new Mistake(FILE, sent.lines().getFirst(), "list_ref", "this is no list of yours");
    }

    /// As they are said: the first of them, then how many more there are.
    static List<String> said(List<Mistake> mistakes) {
        var first = mistakes.stream().limit(MOST).map(Mistake::sentence);
        return (mistakes.size() > MOST
                        ? Stream.concat(first, Stream.of("and " + (mistakes.size() - MOST) + " more"))
                        : first)
                .toList();
    }
}
