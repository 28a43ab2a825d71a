package org.kinmark.linkage;

/// Counts of keys other than 0, in a hash table of fixed room. For one thread while it counts.
final class LongCounts {

    private final long[] keys;
    private final int[] counts;

    /// @param most the largest number of different keys
    LongCounts(int most) {
        int slots = Integer.highestOneBit(Math.max(2, most)) * 4;
        keys = new long[slots];
        counts = new int[slots];
    }

    void increment(long key) {
        int slot = slot(key);
        keys[slot] = key;
        counts[slot]++;
    }

    int get(long key) {
        return counts[slot(key)];
    }

    /// Ordered pairs of different things counted that have one key.
    double agreeingPairs() {
        double pairs = 0;
        for (int count : counts) {
            pairs += (double) count * (count - 1);
        }
        return pairs;
    }

    private int slot(long key) {
        long mixed = (key ^ key >>> 32) * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & keys.length - 1;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }
}
