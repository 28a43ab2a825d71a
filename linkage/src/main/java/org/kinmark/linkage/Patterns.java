package org.kinmark.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How many pairs have each pattern. For one thread while it counts.
final class Patterns {

    private int[] patterns = new int[512];
    private long[] counts = new long[512];
    private int size;

    /// Counts a pair.
    void add(int pattern) {
        add(pattern, 1);
    }

    private void add(int pattern, long count) {
        int slot = slot(pattern);
        if (counts[slot] == 0) {
            if (size * 2 > patterns.length) {
                grow();
                slot = slot(pattern);
            }
            patterns[slot] = pattern;
            size++;
        }
        counts[slot] += count;
    }

    private int slot(int pattern) {
        int mixed = pattern * 0x9E3779B9;
        int slot = (mixed ^ mixed >>> 15) & patterns.length - 1;
        while (counts[slot] != 0 && patterns[slot] != pattern) {
            slot = slot + 1 & patterns.length - 1;
        }
        return slot;
    }

    private void grow() {
        int[] oldPatterns = patterns;
        long[] oldCounts = counts;
        patterns = new int[oldPatterns.length * 2];
        counts = new long[oldCounts.length * 2];
        for (int i = 0; i < oldPatterns.length; i++) {
            if (oldCounts[i] > 0) {
                int slot = slot(oldPatterns[i]);
                patterns[slot] = oldPatterns[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    /// All of several counts together.
    static Patterns joined(List<Patterns> lists) {
        var all = new Patterns();
        lists.forEach(one -> {
            for (int i = 0; i < one.patterns.length; i++) {
                if (one.counts[i] > 0) {
                    all.add(one.patterns[i], one.counts[i]);
                }
            }
        });
        return all;
    }

    /// The patterns that occur, rising.
    int[] rising() {
        var found = new ArrayList<Integer>(size);
        for (int i = 0; i < patterns.length; i++) {
            if (counts[i] > 0) {
                found.add(patterns[i]);
            }
        }
        return found.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /// How many pairs have each of these patterns.
    long[] counts(int[] those) {
        return Arrays.stream(those).mapToLong(pattern -> counts[slot(pattern)]).toArray();
    }

    /// How many pairs were counted.
    long total() {
        return Arrays.stream(counts).sum();
    }
}
