package org.kinmark.exchange;

/// Values without the spaces around them, no-break spaces and stray byte-order marks included.
final class Trimmed {

    private Trimmed() {}

    static String of(char[] buffer, int offset, int length) {
        int start = offset;
        int end = offset + length;
        while (start < end && isSpace(buffer[start])) {
            start++;
        }
        while (start < end && isSpace(buffer[end - 1])) {
            end--;
        }
        return start == end ? "" : new String(buffer, start, end - start);
    }

    static boolean isSpace(char c) {
        return c <= ' ' || (c > '~' && (Character.isSpaceChar(c) || c == '\u0085' || c == '\uFEFF'));
    }
}
