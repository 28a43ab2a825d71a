package org.kinmark.synthetic;

/// Slips of fingers of other kinds than [Typing] knows: between the rows of a keyboard, and over more
/// than one letter.
final class Fumbling {

    private static final String[] COLUMNS = {"qaz", "wsx", "edc", "rfv", "tgb", "yhn", "ujm", "ik", "ol"};
    private static final int TRIES = 8;

    private Fumbling() {}

    /// The first letter stays: it is the one that people look at. The same text only where it is too
    /// short.
    static String slip(String text, Dice dice) {
        for (int i = 0; i < TRIES && text.length() > 3; i++) {
            var slipped = once(text, dice);
            if (!slipped.equals(text)) {
                return slipped;
            }
        }
        return text;
    }

    /// The last two letters of a postcode in each other's place, so that it is a postcode still.
    static String turnedRound(String postcode) {
        int last = postcode.length() - 1;
        return postcode.substring(0, last - 1) + postcode.charAt(last) + postcode.charAt(last - 1);
    }

    private static String once(String text, Dice dice) {
        int place = dice.between(2, text.length() - 2);
        var before = text.substring(0, place);
        var after = text.substring(place + 1);
        char letter = text.charAt(place);
        return switch (dice.below(5)) {
            case 0 -> before + otherRow(letter, dice) + after;
            case 1 -> before + after.substring(1);
            case 2 -> text.substring(0, place + 1) + text.substring(place - 1);
            case 3 ->
                text.substring(0, place - 1)
                        + text.charAt(place + 1)
                        + letter
                        + text.charAt(place - 1)
                        + text.substring(place + 2);
            default -> text.replaceFirst("([a-z])\\1", "$1");
        };
    }

    /// A key above or below the letter's own; the character itself where it is no letter of the
    /// keyboard.
    private static char otherRow(char letter, Dice dice) {
        for (var column : COLUMNS) {
            int place = column.indexOf(letter);
            if (place >= 0) {
                return column.charAt((place + 1 + dice.below(column.length() - 1)) % column.length());
            }
        }
        return letter;
    }
}
