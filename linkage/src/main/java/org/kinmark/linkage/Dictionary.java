package org.kinmark.linkage;

import java.util.Arrays;

/// Texts and their codes: the first text is 1, the second 2; code 0 is "missing" and has the empty text.
///
/// Not thread-safe while texts are added; safe to read from any thread afterwards.
final class Dictionary {

    private String[] texts = new String[64];
    private int[] slots = new int[128];
    private int size = 1;

    Dictionary() {
        texts[0] = "";
    }

    /// The number of codes, "missing" included: codes are 0 to size less 1.
    int size() {
        return size;
    }

    /// The text of a code.
    String text(int code) {
        return texts[code];
    }

    /// The code of a text, new or old; 0 for the empty text.
    int code(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        int slot = find(text);
        if (slots[slot] != 0) {
            return slots[slot];
        }
        if (size == texts.length) {
            grow();
            slot = find(text);
        }
        texts[size] = text;
        slots[slot] = size;
        return size++;
    }

    private int find(String text) {
        int slot = spread(text) & (slots.length - 1);
        while (slots[slot] != 0 && !texts[slots[slot]].equals(text)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        texts = Arrays.copyOf(texts, texts.length * 2);
        slots = new int[texts.length * 2];
        for (int code = 1; code < size; code++) {
            slots[find(texts[code])] = code;
        }
    }

    private static int spread(String text) {
        int hash = text.hashCode() * 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }

    /// Adds another dictionary's texts.
    ///
    /// @return for each code of the other dictionary, the code here
    int[] merge(Dictionary other) {
        var codes = new int[other.size];
        for (int code = 1; code < other.size; code++) {
            codes[code] = code(other.texts[code]);
        }
        return codes;
    }

    @Override
    public String toString() {
        return "Dictionary[" + size + "]";
    }
}
