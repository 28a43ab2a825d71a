package org.kinmark.synthetic;

import java.util.Locale;

/// The slips of fingers on a keyboard.
final class Typing {

    private static final String[] ROWS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    private static final int TRIES = 8;

    private Typing() {}

    /// One letter wrong, missing, doubled or in its neighbour's place. The same text only where it is too short.
    static String slip(String text, Dice dice) {
        for (int i = 0; i < TRIES && text.length() > 2; i++) {
            var slipped = once(text, dice);
            if (!slipped.equals(text)) {
                return slipped;
            }
        }
        return text;
    }

    /// One character of the last three another of its sort, so that it is still a postcode.
    static String slipInPostcode(String postcode, Dice dice) {
        var letters = "ABDEFGHJLNPQRSTUWXYZ";
        int place = dice.between(postcode.length() - 3, postcode.length() - 1);
        char old = postcode.charAt(place);
        var from = Character.isDigit(old) ? "0123456789" : letters;
        char other = from.charAt((from.indexOf(old) + 1 + dice.below(from.length() - 1)) % from.length());
        return postcode.substring(0, place) + other + postcode.substring(place + 1);
    }

    private static String once(String text, Dice dice) {
        int place = dice.below(text.length());
        var before = text.substring(0, place);
        char letter = text.charAt(place);
        var after = text.substring(place + 1);
        return switch (dice.below(5)) {
            case 0 -> before + neighbour(letter, dice) + after;
            case 1 -> before + letter + neighbour(Character.toLowerCase(letter), dice) + after;
            case 2 -> before + after;
            case 3 -> before + letter + Character.toLowerCase(letter) + after;
            default -> transposed(before, letter, after);
        };
    }

    private static String transposed(String before, char letter, String after) {
        if (before.isEmpty() || after.isEmpty()) {
            return before + letter + after;
        }
        return before + after.charAt(0) + letter + after.substring(1);
    }

    /// A key beside the letter's own, in the same case; the character itself where it is no letter of the keyboard.
    private static char neighbour(char letter, Dice dice) {
        char small = String.valueOf(letter).toLowerCase(Locale.ROOT).charAt(0);
        for (var row : ROWS) {
            int place = row.indexOf(small);
            if (place >= 0) {
                int other =
                        place == 0 ? 1 : place == row.length() - 1 ? place - 1 : place + (dice.chance(0.5) ? 1 : -1);
                char key = row.charAt(other);
                return small == letter ? key : Character.toUpperCase(key);
            }
        }
        return letter;
    }
}
