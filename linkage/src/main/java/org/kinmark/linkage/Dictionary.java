package org.kinmark.linkage;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Texts and their codes: the first text is 1, the second 2; code 0 is "missing" and has the empty text.
///
/// Texts are kept as UTF-8, one after another, because most of a large file's are never looked at again. Not
/// thread-safe while texts are added; safe to read from any thread afterwards.
final class Dictionary {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final long CODE = 0xFFFF_FFFFL;

    private byte[] bytes = new byte[512];
    /// Where each code's text begins; the next one's beginning is its end.
    private int[] start = new int[64];
    /// The upper half of the hash, and the code; 0 is free.
    private long[] slots = new long[128];
    private int size = 1;
    private @Nullable String[] texts = {};

    Dictionary() {}

    /// The same texts with the same codes.
    Dictionary(Dictionary other) {
        bytes = other.bytes.clone();
        start = other.start.clone();
        slots = other.slots.clone();
        size = other.size;
    }

    /// The number of codes, "missing" included: codes are 0 to size less 1.
    int size() {
        return size;
    }

    /// The text of a code.
    String text(int code) {
        // Threads may find the text at the same time: each finds an equal one.
        var known = texts;
        if (known.length < size) {
            known = new String[size];
            texts = known;
        }
        var text = known[code];
        if (text == null) {
            text = new String(bytes, start[code], start[code + 1] - start[code], StandardCharsets.UTF_8);
            known[code] = text;
        }
        return text;
    }

    /// The code of a text, new or old; 0 for the empty text.
    int code(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        return code(encoded, 0, encoded.length);
    }

    /// The same of a text in UTF-8.
    int code(byte[] text, int from, int to) {
        if (from == to) {
            return 0;
        }
        long hash = hash(text, from, to);
        int slot = (int) hash & slots.length - 1;
        for (long there = slots[slot]; there != 0; there = slots[slot]) {
            int code = (int) (there & CODE);
            if ((there ^ hash) >>> Integer.SIZE == 0
                    && Arrays.equals(bytes, start[code], start[code + 1], text, from, to)) {
                return code;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return add(text, from, to, hash, slot);
    }

    private int add(byte[] text, int from, int to, long hash, int slot) {
        if (size + 2 > start.length) {
            start = Arrays.copyOf(start, start.length * 2);
        }
        int begin = start[size];
        int end = begin + to - from;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, (int) Math.min(Integer.MAX_VALUE - 8L, bytes.length * 2L)));
        }
        System.arraycopy(text, from, bytes, begin, to - from);
        start[size + 1] = end;
        slots[slot] = hash & ~CODE | size;
        if (++size * 2 > slots.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long there : old) {
            if (there != 0) {
                int code = (int) (there & CODE);
                int slot = (int) hash(bytes, start[code], start[code + 1]) & slots.length - 1;
                while (slots[slot] != 0) {
                    slot = slot + 1 & slots.length - 1;
                }
                slots[slot] = there;
            }
        }
    }

    /// A number that follows from a code's text alone.
    long hash(int code) {
        return hash(bytes, start[code], start[code + 1]);
    }

    /// Eight bytes at a time.
    private static long hash(byte[] text, int from, int to) {
        long hash = (long) to - from;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            hash = mixed(hash ^ (long) LONGS.get(text, i));
        }
        long rest = 0;
        for (; i < to; i++) {
            rest = rest << Byte.SIZE | text[i] & 0xFF;
        }
        return mixed(hash ^ rest);
    }

    private static long mixed(long value) {
        long product = value * MIX;
        return product ^ product >>> 29 ^ product >>> 47;
    }

    /// Adds another dictionary's texts.
    ///
    /// @return for each code of the other dictionary, the code here
    int[] merge(Dictionary other) {
        var codes = new int[other.size];
        for (int code = 1; code < other.size; code++) {
            codes[code] = code(other.bytes, other.start[code], other.start[code + 1]);
        }
        return codes;
    }

    @Override
    public String toString() {
        return "Dictionary[" + size + "]";
    }
}
