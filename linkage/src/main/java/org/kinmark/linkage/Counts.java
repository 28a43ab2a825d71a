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
            one.forEach(all::add);
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

    /// What is done with a key that occurs, and how often it does.
    interface Each {
        void with(long key, long count);
    }

    void forEach(Each each) {
        for (int number = 0; number < keys.size(); number++) {
            each.with(keys.key(number), counts[number]);
        }
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
