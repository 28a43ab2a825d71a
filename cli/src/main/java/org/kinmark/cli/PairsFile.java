package org.kinmark.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kinmark.exchange.Columns;
import org.kinmark.exchange.Mistakes;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.Row;
import org.kinmark.exchange.Schema;
import org.kinmark.exchange.Source;
import org.kinmark.exchange.Table;
import org.kinmark.exchange.TableReader;
import org.kinmark.linkage.Evaluation;
import org.kinmark.linkage.page.LinksPage;

/// Pairs of two files' records, by their ids: those that somebody knows to be the same person, as `truth.csv` of an
/// invented area has them, or those that somebody asks about. A left record may have several right ones: somebody
/// registered twice.
///
/// @param pairs a left and a right id, each as it is in the file
record PairsFile(List<Pair> pairs) {

    private enum Field {
        LEFT_ID,
        RIGHT_ID
    }

    /// One of them.
    private record Pair(String left, String right) {

        @Override
        public String toString() {
            return "Pair[hidden]";
        }
    }

    /// Reads a whole file, whose ids may be called as in the two files that are linked.
    ///
    /// @param leftId the heading of LEFT's ids, or empty for the usual ones, and so the next
    static Reading<PairsFile> read(Source source, String leftId, String rightId) {
        var schema = Schema.theirs(Field.class)
                .called(Field.LEFT_ID, headings("left_id", leftId, List.of("person_id", "person_ref")))
                .called(Field.RIGHT_ID, headings("right_id", rightId, List.of("patient_id")));
        return Table.read(source, schema, Columns.of(Map.of()), new Reader());
    }

    private static List<String> headings(String ours, String called, List<String> usual) {
        var headings = new ArrayList<>(List.of(ours));
        if (!called.isEmpty()) {
            headings.add(called);
        }
        headings.addAll(usual);
        return headings;
    }

    /// Those of two files, in this file's order; pairs that name nobody of one of the two are left out.
    List<LinksPage.Pair> of(TwoFiles files) {
        var numbersOfRight = numbers(files.right());
        var numbersOfLeft = numbers(files.left());
        var found = new ArrayList<LinksPage.Pair>();
        for (var pair : pairs) {
            var l = numbersOfLeft.get(pair.left());
            var r = numbersOfRight.get(pair.right());
            if (l != null && r != null) {
                found.add(new LinksPage.Pair(l, r));
            }
        }
        return List.copyOf(found);
    }

    /// What these pairs say of two files, where they are the same person.
    Evaluation.Answers answers(TwoFiles files) {
        var same = new HashMap<Integer, Set<Integer>>();
        of(files)
                .forEach(pair ->
                        same.computeIfAbsent(pair.left(), _ -> new HashSet<>()).add(pair.right()));
        return new Known(same);
    }

    private static Map<String, Integer> numbers(PeopleFile file) {
        var numbers = new HashMap<String, Integer>();
        for (int i = 0; i < file.ids().size(); i++) {
            numbers.put(file.ids().get(i), i);
        }
        return numbers;
    }

    private record Known(Map<Integer, Set<Integer>> same) implements Evaluation.Answers {

        @Override
        public boolean isSame(int left, int right) {
            return same.getOrDefault(left, Set.of()).contains(right);
        }

        @Override
        public int count() {
            return same.size();
        }
    }

    @Override
    public String toString() {
        return "PairsFile[" + pairs.size() + "]";
    }

    private static final class Reader implements TableReader<Field, PairsFile> {

        private final List<Pair> pairs = new ArrayList<>();

        @Override
        public void row(Row<Field> row) {
            pairs.add(new Pair(row.required(Field.LEFT_ID), row.required(Field.RIGHT_ID)));
        }

        @Override
        public PairsFile end(Mistakes mistakes) {
            return new PairsFile(List.copyOf(pairs));
        }
    }
}
