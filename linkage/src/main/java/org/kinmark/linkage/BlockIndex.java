package org.kinmark.linkage;

import java.util.concurrent.atomic.AtomicIntegerArray;

/// The records of one file by their key of one rule: a hash table of keys, each with a chain of records.
///
/// Built by one thread; afterwards any number of threads may look up and count.
final class BlockIndex {

    private final long[] keys;
    private final int[] first;
    private final int[] next;
    private final int[] indexed;
    private final AtomicIntegerArray streamed;

    BlockIndex(BlockingRule rule, Values values, People people, boolean isLeft) {
        int slots = Integer.highestOneBit(Math.max(2, people.size())) * 4;
        keys = new long[slots];
        first = new int[slots];
        indexed = new int[slots];
        streamed = new AtomicIntegerArray(slots);
        next = new int[people.size()];
        // From the end, so that each chain runs in the order of the file.
        for (int i = people.size() - 1; i >= 0; i--) {
            long key = rule.key(values, people, i, isLeft);
            if (key != 0) {
                int slot = slot(key);
                keys[slot] = key;
                next[i] = first[slot];
                first[slot] = i + 1;
                indexed[slot]++;
            }
        }
    }

    private int slot(long key) {
        int slot = (int) (key >>> 32) & keys.length - 1;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    /// Counts a record of the other file.
    void count(long key) {
        if (key != 0) {
            int slot = slot(key);
            if (keys[slot] == key) {
                streamed.incrementAndGet(slot);
            }
        }
    }

    /// The pairs in all blocks, those of blocks over the limit left out.
    long pairs(long limit) {
        long pairs = 0;
        for (int slot = 0; slot < keys.length; slot++) {
            long ofBlock = (long) indexed[slot] * streamed.get(slot);
            pairs += ofBlock <= limit ? ofBlock : 0;
        }
        return pairs;
    }

    /// Whether the block of this key has more pairs than the limit.
    boolean isOver(long key, long limit) {
        int slot = slot(key);
        return (long) indexed[slot] * streamed.get(slot) > limit;
    }

    /// The first record of a key's block plus 1, or 0 where the block is empty or over the limit.
    int first(long key, long limit) {
        if (key == 0) {
            return 0;
        }
        int slot = slot(key);
        return (long) indexed[slot] * streamed.get(slot) > limit ? 0 : first[slot];
    }

    /// The record after this one in its block plus 1, or 0.
    int next(int record) {
        return next[record];
    }
}
