package org.kinmark.linkage;

/// A short code for how a name sounds in English, so that most spellings of one name share it.
///
/// The method is Soundex (Russell, 1918) with three digits, as the American census used it: H and W do not separate
/// equal sounds, vowels do.
final class Phonetic {

    private static final String DIGITS = "01230120022455012623010202";

    private Phonetic() {}

    /// The code of the first word; a name without a Latin letter at its start is its own code.
    static String code(String name) {
        int end = name.indexOf(' ');
        var word = end < 0 ? name : name.substring(0, end);
        if (word.isEmpty() || !isLatin(word.charAt(0))) {
            return word;
        }
        var out = new StringBuilder(4).append(word.charAt(0));
        char last = digit(word.charAt(0));
        for (int i = 1; i < word.length() && out.length() < 4; i++) {
            char c = word.charAt(i);
            if (!isLatin(c) || c == 'h' || c == 'w') {
                continue;
            }
            char digit = digit(c);
            if (digit != '0' && digit != last) {
                out.append(digit);
            }
            last = digit;
        }
        return out.toString();
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static char digit(char c) {
        return DIGITS.charAt(c - 'a');
    }
}
