package org.kinmark.cli;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/// The ids of a large file, kept as bytes: most are never looked at again.
final class Ids extends AbstractList<String> implements RandomAccess {

    private byte[] bytes = new byte[1 << 12];
    private long[] hashes = new long[256];
    /// Where each has ended; in pieces of so many bytes that an int can count them.
    private int[] end = new int[256];
    private int size;

    /// Adds one, in UTF-8.
    void add(byte[] text, int from, int to) {
        if (size == end.length) {
            end = Arrays.copyOf(end, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        int begin = begin(size);
        int length = to - from;
        if (bytes.length - begin < length) {
            bytes = Arrays.copyOf(bytes, larger(begin, length));
        }
        System.arraycopy(text, from, bytes, begin, length);
        hashes[size] = hash(text, from, to);
        end[size++] = begin + length;
    }

    private static int larger(int used, int more) {
        return Math.toIntExact(Math.max((long) used + more, Math.min(2L * used, Integer.MAX_VALUE - 8)));
    }

    private int begin(int index) {
        return index == 0 ? 0 : end[index - 1];
    }

    /// Adds all of another list.
    void append(Ids next) {
        int begin = begin(size);
        int length = next.begin(next.size);
        bytes = Arrays.copyOf(bytes, Math.addExact(begin, length));
        System.arraycopy(next.bytes, 0, bytes, begin, length);
        end = Arrays.copyOf(end, size + next.size);
        hashes = Arrays.copyOf(hashes, size + next.size);
        System.arraycopy(next.hashes, 0, hashes, size, next.size);
        for (int i = 0; i < next.size; i++) {
            end[size + i] = begin + next.end[i];
        }
        size += next.size;
    }

    /// Whether two of them are one, or look so: once in 2^64 pairs they only do.
    boolean haveOneTwice() {
        long[] slots = new long[Integer.highestOneBit(Math.max(2, size) * 3)];
        for (int i = 0; i < size; i++) {
            long hash = hashes[i] == 0 ? 1 : hashes[i];
            int slot = (int) hash & slots.length - 1;
            while (slots[slot] != 0) {
                if (slots[slot] == hash) {
                    return true;
                }
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = hash;
        }
        return false;
    }

    /// FNV-1a (Fowler, Noll and Vo), and the finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
    private static long hash(byte[] text, int from, int to) {
        long hash = 0xCBF29CE484222325L;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text[i]) * 0x100000001B3L;
        }
        hash = (hash ^ hash >>> 30) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ hash >>> 27) * 0x94D049BB133111EBL;
        return hash ^ hash >>> 31;
    }

    @Override
    public String get(int index) {
        return new String(bytes, begin(index), end[index] - begin(index), StandardCharsets.UTF_8);
    }

    @Override
    public int size() {
        return size;
    }

    /// Hides the ids.
    @Override
    public String toString() {
        return "Ids[" + size + "]";
    }
}
