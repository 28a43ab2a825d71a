package org.kinmark.linkage;

/// How alike two strings are, 0 (nothing in common) to 1 (equal): common characters near each other, their order, and
/// a bonus for a common beginning. Symmetric.
///
/// Source: Winkler (1990), "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record
/// Linkage"; the standard weights: prefix of at most 4 characters, scale 0.1, and the bonus whatever the similarity.
final class JaroWinkler {

    private JaroWinkler() {}

    /// Of longer strings only the first 64 characters count.
    static double similarity(String one, String other) {
        var a = one.length() > Long.SIZE ? one.substring(0, Long.SIZE) : one;
        var b = other.length() > Long.SIZE ? other.substring(0, Long.SIZE) : other;
        if (a.isEmpty() || b.isEmpty()) {
            return a.equals(b) ? 1 : 0;
        }
        double jaro = jaro(a, b);
        int prefix = 0;
        int longest = Math.min(4, Math.min(a.length(), b.length()));
        while (prefix < longest && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * 0.1 * (1 - jaro);
    }

    /// Characters match where they are equal and at most half the longer length, less one, apart; each is used once.
    private static double jaro(String a, String b) {
        int reach = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        long usedOfA = 0;
        long usedOfB = 0;
        for (int i = 0; i < a.length(); i++) {
            char c = a.charAt(i);
            int end = Math.min(b.length(), i + reach + 1);
            for (int j = Math.max(0, i - reach); j < end; j++) {
                if (c == b.charAt(j) && (usedOfB >>> j & 1) == 0) {
                    usedOfA |= 1L << i;
                    usedOfB |= 1L << j;
                    break;
                }
            }
        }
        int outOfOrder = 0;
        for (long restOfA = usedOfA, restOfB = usedOfB; restOfA != 0; restOfA &= restOfA - 1, restOfB &= restOfB - 1) {
            int i = Long.numberOfTrailingZeros(restOfA);
            int j = Long.numberOfTrailingZeros(restOfB);
            outOfOrder += a.charAt(i) == b.charAt(j) ? 0 : 1;
        }
        double matches = Long.bitCount(usedOfA);
        return matches == 0
                ? 0
                : (matches / a.length() + matches / b.length() + (matches - outOfOrder / 2.0) / matches) / 3;
    }
}
