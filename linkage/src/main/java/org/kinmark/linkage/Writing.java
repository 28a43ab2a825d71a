package org.kinmark.linkage;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/// Brings the same thing, written differently, to one form before it is coded.
final class Writing {

    private Writing() {}

    /// A name in lower case without accents; words are separated by one space, whatever stood between them, and an
    /// apostrophe is dropped, so that O'Neil, O’Neil and ONeil are one name. Letters of other scripts stay.
    static String name(String typed) {
        var plain = withoutAccents(typed);
        var out = new StringBuilder(plain.length());
        boolean gap = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isLetter(c) || Character.isSurrogate(c)) {
                if (gap && !out.isEmpty()) {
                    out.append(' ');
                }
                gap = false;
                out.append(c);
            } else if (c != '\'' && c != '’' && c != '`' && c != '.') {
                gap = true;
            }
        }
        return out.toString();
    }

    /// A postcode in capitals without spaces; the letter O and the digit 0, and I and 1, as their place wants them
    /// where the code has the shape of a British one.
    static String postcode(String typed) {
        var out = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.append(Character.toUpperCase(c));
            }
        }
        int inward = out.length() - 3;
        if (inward >= 2 && inward <= 4 && Character.isLetter(out.charAt(0))) {
            out.setCharAt(inward, digitFor(out.charAt(inward)));
            out.setCharAt(inward + 1, letterFor(out.charAt(inward + 1)));
            out.setCharAt(inward + 2, letterFor(out.charAt(inward + 2)));
        }
        return out.toString();
    }

    private static char digitFor(char c) {
        return c == 'O' ? '0' : c == 'I' ? '1' : c;
    }

    private static char letterFor(char c) {
        return c == '0' ? 'O' : c == '1' ? 'I' : c;
    }

    /// An address in lower case: letters and digits, words separated by one space, usual words for streets shortened.
    static String address(String typed) {
        var plain = withoutAccents(typed);
        var out = new StringBuilder(plain.length());
        var word = new StringBuilder();
        for (int i = 0; i <= plain.length(); i++) {
            char c = i < plain.length() ? plain.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else if (c != '\'' && c != '’' && !word.isEmpty()) {
                out.append(out.isEmpty() ? "" : " ").append(SHORTENED.getOrDefault(word.toString(), word.toString()));
                word.setLength(0);
            }
        }
        return out.toString();
    }

    /// Usual words for streets, and how they are shortened.
    static final Map<String, String> SHORTENED = Map.ofEntries(
            Map.entry("road", "rd"),
            Map.entry("street", "st"),
            Map.entry("avenue", "ave"),
            Map.entry("drive", "dr"),
            Map.entry("close", "cl"),
            Map.entry("lane", "ln"),
            Map.entry("court", "ct"),
            Map.entry("place", "pl"),
            Map.entry("crescent", "cres"),
            Map.entry("gardens", "gdns"),
            Map.entry("terrace", "terr"),
            Map.entry("square", "sq"),
            Map.entry("apartment", "flat"));

    private static String withoutAccents(String typed) {
        boolean plain = true;
        for (int i = 0; i < typed.length() && plain; i++) {
            plain = typed.charAt(i) < 128;
        }
        if (plain) {
            return typed.toLowerCase(Locale.ROOT);
        }
        var decomposed = Normalizer.normalize(typed, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var out = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                out.append(latin(c));
            }
        }
        return out.toString();
    }

    /// Letters that do not decompose but are written in plain Latin everywhere else.
    private static String latin(char c) {
        return switch (c) {
            case 'ß' -> "ss";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'ø' -> "o";
            case 'ł' -> "l";
            case 'đ', 'ð' -> "d";
            case 'þ' -> "th";
            case 'ı' -> "i";
            case 'ħ' -> "h";
            default -> String.valueOf(c);
        };
    }
}
