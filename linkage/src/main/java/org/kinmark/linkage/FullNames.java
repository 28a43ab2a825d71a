package org.kinmark.linkage;

import java.util.List;
import java.util.stream.Stream;

/// How often each given name occurs with each family name.
///
/// Counted in shares, each a table of its own that small caches hold and that one thread fills.
final class FullNames {

    private static final int BITS = 3;

    private final List<Counts> shares;
    private final Workers workers;

    /// @param expected about how many different ones will come
    FullNames(int expected, Workers workers) {
        shares = Stream.generate(() -> new Counts(expected >>> BITS))
                .limit(1 << BITS)
                .toList();
        this.workers = workers;
    }

    /// Counts those of everybody who has both names.
    ///
    /// @return of how many
    long count(People people) {
        var counting = shares.stream()
                .map(share -> workers.start(() -> count(people, share)))
                .toList();
        long records = 0;
        for (var counted : counting) {
            records += Workers.waitFor(counted);
        }
        return records;
    }

    private long count(People people, Counts share) {
        long records = 0;
        for (int i = 0; i < people.size(); i++) {
            int given = people.given()[i];
            int family = people.family()[i];
            if (given != 0 && family != 0 && share == share(key(given, family))) {
                share.add(key(given, family));
                records++;
            }
        }
        return records;
    }

    private Counts share(long key) {
        return shares.get((int) (Keys.mixed(key) >>> Long.SIZE - BITS));
    }

    private static long key(int given, int family) {
        return (long) given << Integer.SIZE | family;
    }

    long of(int given, int family) {
        long key = key(given, family);
        return share(key).of(key);
    }

    /// Ordered pairs of different people counted who have both names in common.
    double agreeingPairs() {
        return shares.stream().mapToDouble(Counts::agreeingPairs).sum();
    }

    /// Ordered pairs of people counted of whom one has the other's names in each other's place.
    ///
    /// @param given how often each name is a given name
    /// @param family how often it is a family name
    double exchangedPairs(int[] given, int[] family) {
        double pairs = 0;
        for (double ofShare : workers.all(shares, share -> exchangedPairs(share, given, family))) {
            pairs += ofShare;
        }
        return pairs;
    }

    private double exchangedPairs(Counts share, int[] given, int[] family) {
        var pairs = new double[1];
        share.forEach((key, count) -> {
            int first = (int) (key >>> Integer.SIZE);
            int last = (int) key;
            // Most names are never in the other's place, and need no looking up.
            if (first != last && family[first] > 0 && given[last] > 0) {
                pairs[0] += (double) count * of(last, first);
            }
        });
        return pairs[0];
    }
}
