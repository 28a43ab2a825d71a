package org.kinmark.linkage;

/// Of each given name how often people of each decade of birth and of either sex have it: names come and go with
/// generations, and nearly tell the sex, so that two strangers of one age have one name more often than any two.
///
/// Of each name a row of sixteen counts, which memory reads at once.
final class GivenNames {

    private static final int WIDTH = 16;
    private static final int FIRST_DECADE = 190;
    /// The earliest and the latest are counted with their neighbours.
    private static final int DECADES = 14;
    private static final int FEMALE = DECADES;
    private static final int MALE = DECADES + 1;

    /// How much is needed to believe that a name is of a time: as many people as these speak for "it is not".
    private static final double PSEUDO_PEOPLE = 10;

    private static final double PSEUDO_PAIRS = 500;

    private final int[] counts;
    private final double[] people = new double[DECADES];

    /// @param names the codes of names there are
    GivenNames(int names) {
        counts = new int[Math.multiplyExact(names, WIDTH)];
    }

    /// Counts those who have a given name.
    void count(People those) {
        for (int i = 0; i < those.size(); i++) {
            int row = those.given()[i] * WIDTH;
            if (row != 0) {
                if (those.birth(i) != 0) {
                    int decade = decade(those.birth(i));
                    counts[row + decade]++;
                    people[decade]++;
                }
                if (those.sex(i) == 1) {
                    counts[row + FEMALE]++;
                } else if (those.sex(i) == 2) {
                    counts[row + MALE]++;
                }
            }
        }
    }

    private static int decade(int birth) {
        return Math.clamp(birth / 100_000 - FIRST_DECADE, 0, DECADES - 1);
    }

    /// How much more often people born about then have a name than all do.
    ///
    /// @param frequency of the name among all
    double ofItsTime(int code, int birth, double frequency) {
        int decade = decade(birth);
        int found = counts[code * WIDTH + decade];
        // Less the two records in question.
        return (Math.max(0, found - 2) + PSEUDO_PEOPLE) / (people[decade] * frequency + PSEUDO_PEOPLE);
    }

    /// How much more often two people born about one time have one name than any two.
    ///
    /// @param share of ordered pairs of all who have one name
    double ofOneAge(double share) {
        double agreeing = 0;
        double pairs = 0;
        for (int decade = 0; decade < DECADES; decade++) {
            pairs += people[decade] * (people[decade] - 1);
            for (int cell = decade; cell < counts.length; cell += WIDTH) {
                agreeing += (double) counts[cell] * (counts[cell] - 1);
            }
        }
        return (agreeing + 1) / (pairs * share + 1);
    }

    /// The share of pairs of one name that are of one sex, where it is known of both.
    ///
    /// @param before what it is taken for until enough was seen
    double ofOneSex(double before) {
        double same = PSEUDO_PAIRS * before;
        double all = PSEUDO_PAIRS;
        for (int row = 0; row < counts.length; row += WIDTH) {
            double female = counts[row + FEMALE];
            double male = counts[row + MALE];
            same += female * (female - 1) + male * (male - 1);
            all += (female + male) * (female + male - 1);
        }
        return same / all;
    }
}
