package org.kinmark.synthetic;

import java.text.Normalizer;
import java.util.Locale;

/// Marks, spaces and case, which one system keeps and another does not.
final class Punctuation {

    private static final String STROKED = "łŁøØđĐı";
    private static final String PLAIN = "lLoOdDi";

    private Punctuation() {}

    /// Letters without accents and strokes, as on a keyboard that has none.
    static String withoutAccents(String name) {
        if (name.chars().allMatch(c -> c < 128)) {
            return name;
        }
        var plain = new StringBuilder(name.length());
        for (char c : Normalizer.normalize(name, Normalizer.Form.NFD).toCharArray()) {
            int stroked = STROKED.indexOf(c);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                plain.append(stroked < 0 ? c : PLAIN.charAt(stroked));
            }
        }
        return plain.toString();
    }

    /// Apostrophes, hyphens and spaces left out or exchanged; a Mc written apart.
    static String changed(String name, Dice dice) {
        if (name.startsWith("Mc") && dice.chance(0.5)) {
            return dice.chance(0.5) ? "Mc " + name.substring(2) : "Mac" + name.substring(2);
        }
        return switch (dice.below(4)) {
            case 0 -> name.replace("'", "").replace("-", " ");
            case 1 -> name.replace("'", " ").replace("-", " ");
            case 2 -> name.replace("'", "’").replace(" ", "-");
            default -> name.replace("'", "").replace("-", "").replace(" ", "");
        };
    }

    static String otherCase(String name, Dice dice) {
        return dice.chance(0.7) ? name.toUpperCase(Locale.ROOT) : name.toLowerCase(Locale.ROOT);
    }

    /// One half of a name that has two, or the name.
    static String half(String name, Dice dice) {
        int hyphen = name.indexOf('-');
        return hyphen < 3 ? name : dice.chance(0.5) ? name.substring(0, hyphen) : name.substring(hyphen + 1);
    }
}
