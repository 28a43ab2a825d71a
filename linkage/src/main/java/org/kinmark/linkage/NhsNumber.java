package org.kinmark.linkage;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A ten-digit NHS Number whose Modulus 11 check digit is correct.
///
/// Holding one proves that the digits are well formed, not that the number was issued or traced.
/// Source: NHS Data Dictionary, "NHS NUMBER".
public final class NhsNumber {

    private final long number;

    private NhsNumber(long number) {
        this.number = number;
    }

    /// Reads an NHS Number as people type it: spaces and hyphens are ignored.
    ///
    /// @return empty if there are not exactly ten ASCII digits, or the check digit is wrong
    public static Optional<NhsNumber> parse(String typed) {
        byte[] encoded = typed.getBytes(StandardCharsets.UTF_8);
        long number = value(encoded, 0, encoded.length);
        return number < 0 ? Optional.empty() : Optional.of(new NhsNumber(number));
    }

    /// The same of a text in UTF-8: the number as an integer, or -1.
    static long value(byte[] typed, int from, int to) {
        long number = 0;
        int digits = 0;
        for (int i = from; i < to; i++) {
            byte c = typed[i];
            if (c >= '0' && c <= '9') {
                number = number * 10 + (c - '0');
                if (++digits > 10) {
                    return -1;
                }
            } else if (c != ' ' && c != '-') {
                return -1;
            }
        }
        return digits == 10 && checkDigit(number / 10) == number % 10 ? number : -1;
    }

    /// The tenth digit that belongs to nine digits, or 10 where no NHS Number begins with them.
    ///
    /// @param firstNine 0 to 999,999,999; leading zeros count as digits
    public static int checkDigit(long firstNine) {
        if (firstNine < 0 || firstNine > 999_999_999) {
            throw new IllegalArgumentException("nine digits are needed");
        }
        int sum = 0;
        long rest = firstNine;
        for (int weight = 2; weight <= 10; weight++) {
            sum += (int) (rest % 10) * weight;
            rest /= 10;
        }
        return (11 - sum % 11) % 11;
    }

    /// Exactly ten digits, without spaces.
    public String digits() {
        return String.format("%010d", number);
    }

    /// Whether the number lies in a range that was never issued to anyone: 900 to 999 at its start.
    public boolean isForTests() {
        return number >= 9_000_000_000L;
    }

    /// The number as an integer, 0 to 9,999,999,999: what columns of many numbers are made of.
    public long value() {
        return number;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NhsNumber that && that.number == number;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }

    /// Hides the number, so that a stray log line cannot identify anyone.
    @Override
    public String toString() {
        return "NhsNumber[hidden]";
    }
}
