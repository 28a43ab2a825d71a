package org.kinmark.linkage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/// The records of one file by their key of one rule: a hash table of keys, each with a chain of records. Before it is
/// a filter of bits that small caches hold, because most records of the other file meet nobody.
///
/// Built by one thread; afterwards any number of threads may look up and count.
final class BlockIndex {

    /// No block.
    static final int NONE = -1;

    private static final int BITS_PER_SLOT = 4;
    private static final long COUNT = 0xFFFF_FFFFL;

    /// Of each slot its key, and then the first record of the block plus 1 and how many there are, in one number: they
    /// are looked at together.
    private final long[] table;

    private final int slots;
    private final long[] filter;
    private final int[] next;
    private final AtomicIntegerArray streamed;

    /// @param keyOf of each record its key, or 0 where it has none
    BlockIndex(long[] keyOf) {
        slots = Integer.highestOneBit(Math.max(2, keyOf.length) * 3);
        table = new long[2 * slots];
        filter = new long[Math.max(1, slots * BITS_PER_SLOT / Long.SIZE)];
        streamed = new AtomicIntegerArray(slots);
        next = new int[keyOf.length];
        // From the end, so that each chain runs in the order of the file.
        for (int i = keyOf.length - 1; i >= 0; i--) {
            long key = keyOf[i];
            if (key != 0) {
                int slot = slot(key);
                long block = table[2 * slot + 1];
                table[2 * slot] = key;
                filter[bit(key) >>> 6] |= 1L << bit(key);
                next[i] = (int) (block >>> Integer.SIZE);
                table[2 * slot + 1] = i + 1L << Integer.SIZE | (block & COUNT) + 1;
            }
        }
    }

    private int slot(long key) {
        int slot = (int) (key >>> 32) & slots - 1;
        for (long there = table[2 * slot]; there != 0 && there != key; there = table[2 * slot]) {
            slot = slot + 1 & slots - 1;
        }
        return slot;
    }

    private int bit(long key) {
        return (int) key & filter.length * Long.SIZE - 1;
    }

    /// Counts a record of the other file.
    ///
    /// @return the block that it meets, or [#NONE]
    int count(long key) {
        if (key == 0 || (filter[bit(key) >>> 6] & 1L << bit(key)) == 0) {
            return NONE;
        }
        int slot = slot(key);
        if (table[2 * slot] != key) {
            return NONE;
        }
        streamed.getAndIncrement(slot);
        return slot;
    }

    /// Forgets what was counted of the other file.
    void countAnew() {
        for (int block = 0; block < slots; block++) {
            streamed.setPlain(block, 0);
        }
    }

    /// The blocks with the most pairs, the largest first; of equal ones in the order of this file.
    ///
    /// @param limit from which on a block is left out
    List<Plan.Block> largest(int most, long limit, boolean leftIsIndexed) {
        return IntStream.range(0, slots)
                .filter(block -> pairs(block) > 0)
                .mapToObj(block -> {
                    int here = (int) (table[2 * block + 1] & COUNT);
                    int there = streamed.get(block);
                    return new Plan.Block(
                            leftIsIndexed ? here : there,
                            leftIsIndexed ? there : here,
                            first(block) - 1,
                            pairs(block) > limit);
                })
                .sorted(Comparator.comparingLong(Plan.Block::pairs).reversed().thenComparingInt(Plan.Block::example))
                .limit(most)
                .toList();
    }

    /// The pairs of a block.
    long pairs(int block) {
        return (table[2 * block + 1] & COUNT) * streamed.get(block);
    }

    /// The pairs in all blocks, those of blocks over the limit left out.
    long allPairs(long limit) {
        long pairs = 0;
        for (int block = 0; block < slots; block++) {
            pairs += pairs(block) <= limit ? pairs(block) : 0;
        }
        return pairs;
    }

    /// The keys of the blocks that have more pairs than the limit, in order.
    long[] keysOver(long limit) {
        var over = new long[0];
        for (int block = 0; block < slots; block++) {
            if (pairs(block) > limit) {
                over = Arrays.copyOf(over, over.length + 1);
                over[over.length - 1] = table[2 * block];
            }
        }
        Arrays.sort(over);
        return over;
    }

    /// The first record of a block plus 1.
    int first(int block) {
        return (int) (table[2 * block + 1] >>> Integer.SIZE);
    }

    /// The record after this one in its block plus 1, or 0.
    int next(int record) {
        return next[record];
    }
}
