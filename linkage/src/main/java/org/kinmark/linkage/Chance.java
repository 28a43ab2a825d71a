package org.kinmark.linkage;

import java.util.Arrays;
import java.util.stream.Stream;

/// How often values agree by chance: u probabilities and the frequency of each value.
///
/// An agreement on a rare name tells more than one on a common name (the term-frequency adjustment; Fellegi and Sunter
/// 1969, method I; Winkler 1989). The frequency of a value is counted in both files, less the two records in question,
/// and shrunk towards a documented frequency by as much as one more person would: a file of five people knows little.
final class Chance {

    /// Frequencies before a file has been seen: those of a value drawn at random, squared and summed over all values.
    /// Names: birth registrations and surname lists of England; birth dates: about 70 years of days.
    private static final double GIVEN = .006;
    private static final double FAMILY = .0015;
    private static final double BIRTH = .00004;
    private static final double POSTCODE = .001;

    private static final int DAYS_A_YEAR = 372;
    private static final int SAMPLE = 20_000;
    private static final double PSEUDO_PAIRS = 500;
    private static final int NEIGHBOURS = 20_000;
    private static final double NEIGHBOUR_PSEUDO_PAIRS = 20;

    private final Values values;
    private final People left;
    private final People right;
    private final Workers workers;
    private final int[] given;
    private final int[] family;
    private final int[] postcode;
    private final int[] birth;
    private final int firstYear;
    private final FullNames fullNames;
    private final GivenNames givenNames;
    private final Alike alike;
    private final double givenTotal;
    private final double familyTotal;
    private final double postcodeTotal;
    private final double birthTotal;

    /// How often two different records of the larger file agree, where two are almost never one person.
    ///
    /// @param names in both names
    private record Alike(Agreement given, Agreement family, Agreement postcode, Agreement birth, Names names) {}

    /// @param swapped the share of ordered pairs of which one has the other's names in each other's place
    private record Names(Agreement same, double swapped) {}

    Chance(Values values, People left, People right, Workers workers) {
        this.values = values;
        this.left = left;
        this.right = right;
        this.workers = workers;
        given = new int[values.names.size()];
        family = new int[values.names.size()];
        postcode = new int[values.postcodes.size()];
        var years = Stream.of(left, right)
                .flatMapToInt(people -> Arrays.stream(people.records().birth))
                .filter(date -> date != 0)
                .map(date -> date / 10_000)
                .summaryStatistics();
        firstYear = years.getCount() == 0 ? 0 : years.getMin();
        birth = new int[years.getCount() == 0 ? 1 : 1 + (years.getMax() - firstYear + 1) * DAYS_A_YEAR];
        boolean isLeftLarger = left.size() > right.size();
        var larger = isLeftLarger ? left : right;
        fullNames = new FullNames(larger.size() / 2, workers);
        givenNames = new GivenNames(values.names.size());
        givenNames.count(larger);
        count(larger);
        alike = new Alike(within(given), within(family), within(postcode), within(birth), namesOf(larger));
        var smaller = isLeftLarger ? right : left;
        fullNames.count(smaller);
        count(smaller);
        int all = left.size() + right.size();
        givenTotal = all - given[0];
        familyTotal = all - family[0];
        postcodeTotal = all - postcode[0];
        birthTotal = all - birth[0];
    }

    private void count(People people) {
        for (int i = 0; i < people.size(); i++) {
            given[people.given()[i]]++;
            family[people.family()[i]]++;
            postcode[people.postcode()[i]]++;
            birth[day(people.birth(i))]++;
        }
    }

    /// How often full names agree among people who are the first to be counted.
    private Names namesOf(People people) {
        double records = fullNames.count(people);
        return new Names(
                Agreement.of(records, fullNames.agreeingPairs()),
                fullNames.exchangedPairs(given, family) / Math.max(1, records * (records - 1)));
    }

    /// A number of its own for each day between the first and the last year; 0 for missing.
    private int day(int date) {
        return date == 0
                ? 0
                : 1 + (date / 10_000 - firstYear) * DAYS_A_YEAR + (date / 100 % 100 - 1) * 31 + date % 100 - 1;
    }

    double ofGiven(int code) {
        return frequency(given[code], givenTotal, GIVEN);
    }

    double ofFamily(int code) {
        return frequency(family[code], familyTotal, FAMILY);
    }

    double ofPostcode(int code) {
        return frequency(postcode[code], postcodeTotal, POSTCODE);
    }

    double ofBirth(int date) {
        return frequency(birth[day(date)], birthTotal, BIRTH);
    }

    /// The frequency of a given and a family name together: their product, and what more of them there are.
    double ofFullName(People people, int i) {
        double alone = ofGiven(people.given()[i]) * ofFamily(people.family()[i]);
        long together = fullNames.of(people.given()[i], people.family()[i]);
        return alone + Math.max(0, together - 2) / Math.max(1, Math.min(givenTotal, familyTotal));
    }

    /// How much more often people of about that age have a given name than all do.
    double ofItsTime(int code, int birth) {
        return givenNames.ofItsTime(code, birth, ofGiven(code));
    }

    private static double frequency(int count, double total, double before) {
        return (Math.max(0, count - 2) + 1) / (total + 1 / before);
    }

    /// Sets the u probabilities: agreement on a value from the counts of values in the larger file, where two
    /// different records are almost never one person; the other levels from pairs drawn at random, the same ones
    /// each time and however the files are sorted.
    void estimate(Parameters parameters, Comparer comparer) {
        int[] ofLeft = Shuffled.of(values, left, 1, workers);
        int[] ofRight = Shuffled.of(values, right, 2, workers);
        sample(parameters, comparer, ofLeft, ofRight);
        sampleNeighbours(parameters, comparer, ofLeft, ofRight);
        setAgreement(parameters, Comparison.GIVEN_NAME, alike.given, GIVEN);
        setAgreement(parameters, Comparison.FAMILY_NAME, alike.family, FAMILY);
        setAgreement(parameters, Comparison.POSTCODE, alike.postcode, POSTCODE);
        setAgreement(parameters, Comparison.BIRTH_DATE, alike.birth, BIRTH);
        double one = crossed(left.given(), right.family());
        double other = crossed(left.family(), right.given());
        double swapped = one * other;
        parameters.unrelated[Comparison.GIVEN_NAME.ordinal()][7] = Math.clamp(one + other, 1e-6, 1e-2);
        parameters.unrelated[Comparison.GIVEN_NAME.ordinal()][6] =
                Math.clamp(Math.max(swapped, alike.names.swapped), 1e-8, 1e-4);
        parameters.bothNames = namesTogether(parameters);
        parameters.namesOfOneAge = Math.clamp(givenNames.ofOneAge(alike.given.share), 1, 100);
        double[] sex = parameters.unrelated[Comparison.SEX.ordinal()];
        sex[3] = Math.clamp(givenNames.ofOneSex(.97), .5, .999);
        sex[4] = 1 - sex[3];
    }

    /// What is known of a column: records that have it, and the share of ordered pairs of these that agree.
    private record Agreement(double records, double share) {

        static Agreement of(double records, double agreeing) {
            return new Agreement(records, records > 1 ? agreeing / (records * (records - 1)) : 0);
        }
    }

    /// @param counts how many records have each value, the first being "missing"
    private static Agreement within(int[] counts) {
        double records = 0;
        double agreeing = 0;
        for (int code = 1; code < counts.length; code++) {
            records += counts[code];
            agreeing += (double) counts[code] * (counts[code] - 1);
        }
        return Agreement.of(records, agreeing);
    }

    private static void setAgreement(Parameters parameters, Comparison comparison, Agreement found, double before) {
        double[] u = parameters.unrelated[comparison.ordinal()];
        double share = (found.records * found.share + 1) / (found.records + 1 / before);
        double others = 1 - u[1];
        for (int level = 2; level < u.length; level++) {
            u[level] *= (1 - share) / others;
        }
        u[1] = share;
    }

    private double crossed(int[] column, int[] other) {
        int[] counts = new int[values.names.size()];
        for (int code : column) {
            counts[code]++;
        }
        double agreeing = 0;
        double records = 0;
        for (int code : other) {
            agreeing += code == 0 ? 0 : counts[code];
            records += code == 0 ? 0 : 1;
        }
        return agreeing / Math.max(1, records * (column.length - counts[0]));
    }

    private double namesTogether(Parameters parameters) {
        double independent = parameters.unrelated[Comparison.GIVEN_NAME.ordinal()][1]
                * parameters.unrelated[Comparison.FAMILY_NAME.ordinal()][1];
        double records = alike.names.same.records;
        double pairs = records * (records - 1);
        // Shrunk towards independence by one pair that is expected to agree.
        return Math.clamp((alike.names.same.share * pairs + 1) / (pairs * independent + 1), 1, 100);
    }

    private void sample(Parameters parameters, Comparer comparer, int[] ofLeft, int[] ofRight) {
        long all = (long) ofLeft.length * ofRight.length;
        int drawn = (int) Math.min(SAMPLE, all);
        var counts = new long[Comparison.values().length][16];
        long state = 42;
        for (int k = 0; k < drawn; k++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            long pair = all <= SAMPLE ? k : Long.remainderUnsigned(state >>> 1, all);
            int pattern =
                    comparer.pattern(ofLeft[(int) (pair / ofRight.length)], ofRight[(int) (pair % ofRight.length)]);
            for (var comparison : Comparison.values()) {
                counts[comparison.ordinal()][comparison.level(pattern)]++;
            }
        }
        double known = Math.min(1, 20.0 * (left.size() + right.size()) / Math.max(1, drawn));
        for (var comparison : Comparison.values()) {
            if (comparison != Comparison.NHS_NUMBER) {
                shrink(parameters.unrelated[comparison.ordinal()], counts[comparison.ordinal()], comparison, known);
            }
        }
    }

    /// Sets the u probabilities of addresses in one postcode: a sample of all pairs has next to none of these. They are
    /// of pairs of the larger file that share a postcode and no family name, most of them neighbours.
    private void sampleNeighbours(Parameters parameters, Comparer comparer, int[] ofLeft, int[] ofRight) {
        boolean isLeftLarger = left.size() > right.size();
        var larger = isLeftLarger ? left : right;
        int[] places = larger.postcode();
        int[] addresses = larger.address();
        int[] lastOf = new int[values.postcodes.size()];
        var counts = new long[4];
        int drawn = 0;
        for (int i : isLeftLarger ? ofLeft : ofRight) {
            int other = lastOf[places[i]] - 1;
            if (drawn < NEIGHBOURS && places[i] != 0 && addresses[i] != 0) {
                // The one before in this order who lives there.
                if (other >= 0 && larger.family()[i] != larger.family()[other]) {
                    counts[comparer.home(1, addresses[other], addresses[i])]++;
                    drawn++;
                }
                lastOf[places[i]] = i + 1;
            }
        }
        double[] u = parameters.unrelated[Comparison.ADDRESS.ordinal()];
        for (int level = 1; level <= 3; level++) {
            u[level] = (counts[level] + NEIGHBOUR_PSEUDO_PAIRS * u[level]) / (drawn + NEIGHBOUR_PSEUDO_PAIRS);
        }
    }

    /// Sets a comparison's u probabilities, group by group. A level that a sample did not meet may still be as
    /// likely as one pair in the sample.
    private static void shrink(double[] u, long[] counts, Comparison comparison, double known) {
        int group = comparison.groupSize();
        for (int start = 1; start <= comparison.size(); start += group) {
            double total = 0;
            for (int level = start; level < start + group; level++) {
                total += counts[level] * known;
            }
            double sum = 0;
            for (int level = start; level < start + group; level++) {
                double found = (counts[level] * known + PSEUDO_PAIRS * u[level]) / (total + PSEUDO_PAIRS);
                u[level] = Math.max(found, Math.min(u[level], 1 / (total + 1)));
                sum += u[level];
            }
            for (int level = start; level < start + group; level++) {
                u[level] /= sum;
            }
        }
    }
}
