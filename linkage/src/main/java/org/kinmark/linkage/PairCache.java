package org.kinmark.linkage;

/// The levels of pairs of codes met lately; a newer pair takes the place of an older one.
final class PairCache {

    private static final int SLOTS = 1 << 16;

    private final long[] keys = new long[SLOTS];
    private final byte[] levels = new byte[SLOTS];

    int get(int a, int b) {
        int slot = slot(a, b);
        return keys[slot] == key(a, b) ? levels[slot] : -1;
    }

    int put(int a, int b, int level) {
        int slot = slot(a, b);
        keys[slot] = key(a, b);
        levels[slot] = (byte) level;
        return level;
    }

    private static long key(int a, int b) {
        return (long) a << 32 | b;
    }

    private static int slot(int a, int b) {
        return (int) ((key(a, b) * 0x9E3779B97F4A7C15L) >>> 48);
    }
}
