package org.kinmark.hub.familylist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.kinmark.exchange.Identity;
import org.kinmark.linkage.DoubleEntries;
import org.kinmark.linkage.Records;

/// Whether two identities that were entered at different times are one person's.
final class SamePerson {

    /// Two identities to compare.
    ///
    /// @param oneReference whether the team entered them under one reference of its own, so that little
    ///     more is needed
    record Pair(Identity one, Identity other, boolean oneReference) {

        @Override
        public String toString() {
            return "Pair[hidden]";
        }
    }

    private SamePerson() {}

    /// Decides each pair: by the NHS Numbers where both have one, else as double entries of a family are found.
    static boolean[] of(List<Pair> pairs) {
        var same = new boolean[pairs.size()];
        var open = new ArrayList<Integer>();
        var records = Records.builder(Identity.COMPARED);
        for (int i = 0; i < same.length; i++) {
            var pair = pairs.get(i);
            if (pair.one().nhsNumber() != null && pair.other().nhsNumber() != null) {
                same[i] = Objects.equals(pair.one().nhsNumber(), pair.other().nhsNumber());
            } else if (pair.one().equals(pair.other()) || pair.oneReference() && isCompleted(pair)) {
                same[i] = true;
            } else {
                pair.one().addTo(records, Integer.toString(i));
                pair.other().addTo(records, Integer.toString(i));
                open.add(i);
            }
        }
        int[] first = DoubleEntries.firstOf(records.build());
        for (int i = 0; i < open.size(); i++) {
            same[open.get(i)] = first[2 * i + 1] == 2 * i;
        }
        return same;
    }

    /// The given name stayed and no birth date contradicts: more became known, and too little was known before for a
    /// linkage to decide.
    private static boolean isCompleted(Pair pair) {
        var name = written(pair.one().givenName());
        var born = pair.one().birthDate();
        var bornOther = pair.other().birthDate();
        return !name.isEmpty()
                && name.equals(written(pair.other().givenName()))
                && (born == null || bornOther == null || born.equals(bornOther));
    }

    /// A name’s letters and digits alone.
    static String written(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
