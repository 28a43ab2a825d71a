package org.kinmark.linkage;

/// How alike two strings are, 0 (nothing in common) to 1 (equal): common characters near each other, their order, and
/// a bonus for a common beginning. Symmetric.
///
/// Source: Winkler (1990), "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record
/// Linkage"; the standard weights: prefix of at most 4 characters, scale 0.1, and the bonus whatever the similarity.
final class JaroWinkler {

    private JaroWinkler() {}

    static double similarity(String a, String b) {
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
        var usedInB = new boolean[b.length()];
        var matchedOfA = new char[a.length()];
        int matches = 0;
        for (int i = 0; i < a.length(); i++) {
            int end = Math.min(b.length(), i + reach + 1);
            for (int j = Math.max(0, i - reach); j < end; j++) {
                if (!usedInB[j] && a.charAt(i) == b.charAt(j)) {
                    usedInB[j] = true;
                    matchedOfA[matches++] = a.charAt(i);
                    break;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        int outOfOrder = 0;
        int next = 0;
        for (int j = 0; j < b.length(); j++) {
            if (usedInB[j] && matchedOfA[next++] != b.charAt(j)) {
                outOfOrder++;
            }
        }
        double m = matches;
        return (m / a.length() + m / b.length() + (m - outOfOrder / 2.0) / m) / 3;
    }
}
