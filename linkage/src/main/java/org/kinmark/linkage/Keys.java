package org.kinmark.linkage;

import java.util.Arrays;

/// Numbers different keys 0, 1, 2 and so on as they come, in a hash table that grows. For one thread.
final class Keys {

    /// Where there is no such key.
    static final int NONE = -1;

    private long[] keys;
    /// One more than the number of the key there; 0 where there is none.
    private int[] slots;
    private int size;

    Keys() {
        this(0);
    }

    /// @param expected about how many will come
    Keys(int expected) {
        int room = Integer.highestOneBit(Math.clamp(expected, 256, 1 << 28) * 2 - 1);
        keys = new long[room];
        slots = new int[room * 2];
    }

    /// How many there are.
    int size() {
        return size;
    }

    /// The key with a number.
    long key(int number) {
        return keys[number];
    }

    /// The number of a key, or [#NONE].
    int find(long key) {
        return slots[slot(key)] - 1;
    }

    /// The number of a key, which is a new one where it was not there.
    int add(long key) {
        int slot = slot(key);
        if (slots[slot] == 0) {
            if (size == keys.length) {
                grow();
                slot = slot(key);
            }
            keys[size++] = key;
            slots[slot] = size;
        }
        return slots[slot] - 1;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, size * 2);
        slots = new int[size * 4];
        for (int number = 0; number < size; number++) {
            slots[slot(keys[number])] = number + 1;
        }
    }

    /// Its bits, spread. Those at the top are free to choose between several tables: none is ever so large that it
    /// looks
    /// at them.
    static long mixed(long key) {
        return (key ^ key >>> 32) * 0x9E3779B97F4A7C15L;
    }

    private int slot(long key) {
        int slot = (int) (mixed(key) >>> 32) & slots.length - 1;
        while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }
}
