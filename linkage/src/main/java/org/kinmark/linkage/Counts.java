package org.kinmark.linkage;

import java.util.Arrays;
import java.util.List;

/// How often each key occurs. For one thread while it counts.
final class Counts {

    private final Keys keys;
    private long[] counts;

    Counts() {
        this(0);
    }

    /// @param expected about how many keys will come
    Counts(int expected) {
        keys = new Keys(expected);
        counts = new long[Math.max(expected, 512)];
    }

    /// Counts one more.
    void add(long key) {
        add(key, 1);
    }

    private void add(long key, long count) {
        int number = keys.add(key);
        if (number == counts.length) {
            counts = Arrays.copyOf(counts, number * 2);
        }
        counts[number] += count;
    }

    /// How often a key occurs; 0 where it does not.
    long of(long key) {
        int number = keys.find(key);
        return number == Keys.NONE ? 0 : counts[number];
    }

    /// All of several counts together.
    static Counts joined(List<Counts> lists) {
        var all = new Counts();
        for (var one : lists) {
            for (int number = 0; number < one.keys.size(); number++) {
                all.add(one.keys.key(number), one.counts[number]);
            }
        }
        return all;
    }

    /// The keys that occur, rising.
    long[] rising() {
        long[] rising = new long[keys.size()];
        for (int number = 0; number < rising.length; number++) {
            rising[number] = keys.key(number);
        }
        Arrays.sort(rising);
        return rising;
    }

    /// How many were counted.
    long total() {
        return Arrays.stream(counts).sum();
    }

    /// Ordered pairs of things counted of which one has the other's key with its halves exchanged.
    double exchangedPairs() {
        double pairs = 0;
        for (int number = 0; number < keys.size(); number++) {
            long key = keys.key(number);
            long exchanged = key << Integer.SIZE | key >>> Integer.SIZE;
            pairs += exchanged == key ? 0 : (double) counts[number] * of(exchanged);
        }
        return pairs;
    }

    /// Ordered pairs of different things counted that have one key.
    double agreeingPairs() {
        double pairs = 0;
        for (long count : counts) {
            pairs += (double) count * (count - 1);
        }
        return pairs;
    }
}
