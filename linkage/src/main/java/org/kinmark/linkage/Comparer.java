package org.kinmark.linkage;

import java.util.Arrays;
import org.kinmark.linkage.Parts.Part;

/// Compares two records: the levels of all comparisons, packed into one pattern.
///
/// Similarities of texts are kept by pair of codes, because the same two names meet again and again. Not thread-safe:
/// each thread has its own.
final class Comparer {

    /// Similar enough to be a slip of the pen, and similar enough to be worth a look; chosen on name lists, not on
    /// data.
    private static final double CLOSE = 0.92;

    private static final double NEAR = 0.82;

    private final Values values;
    private final Parts left;
    private final Parts right;
    private final PairCache given = new PairCache();
    private final PairCache family = new PairCache();
    private final PairCache postcode = new PairCache();
    private final PairCache address = new PairCache();

    Comparer(Values values, Parts left, Parts right) {
        this.values = values;
        this.left = left;
        this.right = right;
    }

    /// Whether two records have valid NHS Numbers that differ: such a pair is never a link, whatever else agrees.
    static boolean differInNhsNumber(Parts left, int l, Parts right, int r) {
        return same(left.get(l, Part.NHS_NUMBER), right.get(r, Part.NHS_NUMBER)) == 2;
    }

    /// The pattern of a left and a right record.
    int pattern(int l, int r) {
        int place = place(left.get(l, Part.POSTCODE), right.get(r, Part.POSTCODE));
        int names = names(l, r);
        boolean sameName = Comparison.GIVEN_NAME.level(names) == 1;
        return names
                | Comparison.NHS_NUMBER.at(same(left.get(l, Part.NHS_NUMBER), right.get(r, Part.NHS_NUMBER)))
                | Comparison.BIRTH_DATE.at(
                        BirthDates.level(left.get(l, Part.BIRTH_DATE), right.get(r, Part.BIRTH_DATE)))
                | Comparison.SEX.at(sex(sameName, left.get(l, Part.SEX), right.get(r, Part.SEX)))
                | Comparison.POSTCODE.at(place)
                | Comparison.ADDRESS.at(home(place, left.get(l, Part.ADDRESS), right.get(r, Part.ADDRESS)))
                | Comparison.TOWN.at(town(place, left.get(l, Part.TOWN), right.get(r, Part.TOWN)));
    }

    private int names(int l, int r) {
        int givenOfL = left.get(l, Part.GIVEN_NAME_IN_FULL);
        int familyOfL = left.get(l, Part.FAMILY_NAME);
        int givenOfR = right.get(r, Part.GIVEN_NAME_IN_FULL);
        int familyOfR = right.get(r, Part.FAMILY_NAME);
        int givenLevel = givenName(givenOfL, givenOfR);
        int familyLevel = familyName(familyOfL, familyOfR);
        if (givenLevel > 2 && familyLevel > 2 && exchanged(givenOfL, familyOfL, givenOfR, familyOfR)) {
            // One event, told once: the family name has nothing more to say.
            return Comparison.GIVEN_NAME.at(6);
        }
        if (givenLevel > 3 && familyLevel > 3 && (isIn(givenOfL, familyOfR) || isIn(givenOfR, familyOfL))) {
            return Comparison.GIVEN_NAME.at(7);
        }
        return Comparison.GIVEN_NAME.at(givenLevel) | Comparison.FAMILY_NAME.at(familyLevel);
    }

    /// Each name stands in the other's place, one of them exactly and the other at least nearly.
    private boolean exchanged(int givenOfL, int familyOfL, int givenOfR, int familyOfR) {
        if (givenOfL == familyOfR) {
            return familyName(familyOfL, givenOfR) <= 4;
        }
        return givenOfR == familyOfL && familyName(givenOfL, familyOfR) <= 4;
    }

    private static boolean isIn(int given, int family) {
        return given != 0 && given == family;
    }

    int givenName(int a, int b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        if (a == b) {
            return 1;
        }
        int known = given.get(a, b);
        return known >= 0 ? known : given.put(a, b, givenNames(a, b));
    }

    private int givenNames(int one, int other) {
        if (shareAWord(one, other) || OtherForms.share(values.otherForms[one], values.otherForms[other])) {
            return 2;
        }
        var a = values.names.text(one);
        var b = values.names.text(other);
        double similarity = JaroWinkler.similarity(a, b);
        if (similarity >= CLOSE) {
            return 3;
        }
        boolean initial = (a.length() == 1 || b.length() == 1) && a.charAt(0) == b.charAt(0);
        return initial || similarity >= NEAR ? 4 : 5;
    }

    int familyName(int a, int b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        if (a == b) {
            return 1;
        }
        int known = family.get(a, b);
        return known >= 0 ? known : family.put(a, b, familyNames(a, b));
    }

    private int familyNames(int a, int b) {
        if (shareAWord(a, b)) {
            return 2;
        }
        double similarity = JaroWinkler.similarity(values.names.text(a), values.names.text(b));
        return similarity >= CLOSE ? 3 : similarity >= NEAR ? 4 : 5;
    }

    /// Whether names of several words have one in common, or differ only in how they are divided.
    private boolean shareAWord(int one, int other) {
        if (values.firstWord[one] == one && values.firstWord[other] == other) {
            return false;
        }
        var a = values.names.text(one);
        var b = values.names.text(other);
        if (a.replace(" ", "").equals(b.replace(" ", ""))) {
            return true;
        }
        for (var word : a.split(" ")) {
            if (word.length() > 2 && Arrays.asList(b.split(" ")).contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static int sex(boolean sameName, int a, int b) {
        // "Other" is written for many reasons, so it is no evidence either way.
        int level = a == 0 || b == 0 || a == 3 || b == 3 ? 0 : a == b ? 1 : 2;
        return level != 0 && sameName ? 2 + level : level;
    }

    private int place(int a, int b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        if (a == b) {
            return 1;
        }
        int known = postcode.get(a, b);
        if (known >= 0) {
            return known;
        }
        int level = 5;
        if (values.sector[a] != 0 && values.sector[a] == values.sector[b]) {
            level = 3;
        } else if (slip(values.postcodes.text(a), values.postcodes.text(b))) {
            level = 2;
        } else if (values.district[a] != 0 && values.district[a] == values.district[b]) {
            level = 4;
        }
        return postcode.put(a, b, level);
    }

    /// One character differs, or two neighbours are exchanged, in codes of one length.
    private static boolean slip(String a, String b) {
        if (a.length() != b.length()) {
            return false;
        }
        int first = -1;
        int differing = 0;
        for (int i = 0; i < a.length() && differing <= 2; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                differing++;
                first = first < 0 ? i : first;
            }
        }
        return differing == 1
                || differing == 2 && a.charAt(first) == b.charAt(first + 1) && a.charAt(first + 1) == b.charAt(first);
    }

    /// The level of two addresses, whose postcodes have a level.
    int home(int place, int a, int b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        int group = place == 1 ? 0 : place == 0 ? 6 : 3;
        if (a == b) {
            return group + 1;
        }
        int known = address.get(a, b);
        int level = known >= 0
                ? known
                : address.put(a, b, nearAddress(values.addresses.text(a), values.addresses.text(b)) ? 2 : 3);
        return group + level;
    }

    /// The numbers in both are the same, and so are most of the words or the letters.
    private static boolean nearAddress(String a, String b) {
        return a.replaceAll("[^0-9]+", " ")
                        .strip()
                        .equals(b.replaceAll("[^0-9]+", " ").strip())
                && JaroWinkler.similarity(a, b) >= 0.88;
    }

    private static int town(int place, int a, int b) {
        int level = same(a, b);
        return level == 0 || place == 1 ? 0 : place == 0 ? 2 + level : level;
    }

    private static int same(int a, int b) {
        return a == 0 || b == 0 ? 0 : a == b ? 1 : 2;
    }
}
