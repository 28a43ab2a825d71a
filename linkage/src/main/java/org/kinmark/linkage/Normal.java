package org.kinmark.linkage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The one form of a text in bytes: what [Writing] makes of it, at once where all its characters are ASCII, as nearly
/// all are, and by way of [Writing] otherwise. For one thread.
final class Normal {

    private static final byte[][][] SHORTENED = Writing.SHORTENED.entrySet().stream()
            .map(pair -> new byte[][] {ascii(pair.getKey()), ascii(pair.getValue())})
            .toArray(byte[][][]::new);

    /// The text's bytes, to [#length].
    byte[] bytes = new byte[64];
    int length;

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private boolean begin(byte[] typed, int from, int to) {
        length = 0;
        // Room for a space before each character.
        if (bytes.length < 2 * (to - from) + 2) {
            bytes = new byte[4 * (to - from)];
        }
        int all = 0;
        for (int i = from; i < to; i++) {
            all |= typed[i];
        }
        return all >= 0;
    }

    private static String text(byte[] typed, int from, int to) {
        return new String(typed, from, to - from, StandardCharsets.UTF_8);
    }

    private void set(String text) {
        bytes = text.getBytes(StandardCharsets.UTF_8);
        length = bytes.length;
    }

    /// As [Writing#name] has it.
    void name(byte[] typed, int from, int to) {
        if (!begin(typed, from, to)) {
            set(Writing.name(text(typed, from, to)));
            return;
        }
        boolean gap = false;
        for (int i = from; i < to; i++) {
            int c = typed[i] | 0x20;
            if (c >= 'a' && c <= 'z') {
                if (gap && length > 0) {
                    bytes[length++] = ' ';
                }
                gap = false;
                bytes[length++] = (byte) c;
            } else if (typed[i] != '\'' && typed[i] != '`' && typed[i] != '.') {
                gap = true;
            }
        }
    }

    /// As [Writing#postcode] has it.
    void postcode(byte[] typed, int from, int to) {
        if (!begin(typed, from, to)) {
            set(Writing.postcode(text(typed, from, to)));
            return;
        }
        for (int i = from; i < to; i++) {
            byte c = typed[i];
            if (c >= 'a' && c <= 'z') {
                bytes[length++] = (byte) (c - 0x20);
            } else if (c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') {
                bytes[length++] = c;
            }
        }
        int inward = length - 3;
        if (inward >= 2 && inward <= 4 && bytes[0] >= 'A') {
            bytes[inward] = bytes[inward] == 'O' ? (byte) '0' : bytes[inward] == 'I' ? (byte) '1' : bytes[inward];
            for (int i = inward + 1; i < length; i++) {
                bytes[i] = bytes[i] == '0' ? (byte) 'O' : bytes[i] == '1' ? (byte) 'I' : bytes[i];
            }
        }
    }

    /// As [Writing#address] has it.
    void address(byte[] typed, int from, int to) {
        if (!begin(typed, from, to)) {
            set(Writing.address(text(typed, from, to)));
            return;
        }
        int word = 0;
        boolean gap = false;
        for (int i = from; i < to; i++) {
            byte c = typed[i];
            int small = c | 0x20;
            if (small >= 'a' && small <= 'z' || c >= '0' && c <= '9') {
                if (gap && length > 0) {
                    shorten(word);
                    bytes[length++] = ' ';
                    word = length;
                }
                gap = false;
                bytes[length++] = c >= '0' && c <= '9' ? c : (byte) small;
            } else if (c != '\'') {
                gap = true;
            }
        }
        shorten(word);
    }

    private void shorten(int word) {
        for (var pair : SHORTENED) {
            if (Arrays.equals(bytes, word, length, pair[0], 0, pair[0].length)) {
                System.arraycopy(pair[1], 0, bytes, word, pair[1].length);
                length = word + pair[1].length;
                return;
            }
        }
    }

    /// Hides the text.
    @Override
    public String toString() {
        return "Normal[hidden]";
    }
}
