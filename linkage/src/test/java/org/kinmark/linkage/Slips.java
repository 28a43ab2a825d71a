package org.kinmark.linkage;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// What goes wrong when somebody writes a person down a second time, on rows of [Rows]: slips of the
/// pen, short forms, names in each other's place, moves, missing values. The same random numbers make
/// the same errors.
final class Slips {

    private static final Map<String, List<String>> OTHER_FORMS = Map.of(
            "amina", List.of("Aminah", "Amena"),
            "beatrix", List.of("Bea", "Trixie"),
            "callum", List.of("Calum", "Colm"),
            "imogen", List.of("Immy", "Imo"),
            "greta", List.of("Margaret", "Gréta"));
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzéïöñšł";

    private final SplittableRandom random;
    private final double often;

    /// @param often how likely each field is to have an error; half as likely as that, the field is
    ///     missing
    Slips(SplittableRandom random, double often) {
        this.random = random;
        this.often = often;
    }

    /// The row as another office has it. Its family stays.
    String rewritten(String row) {
        var fields = row.split("\\|", -1);
        for (int field = 0; field < fields.length; field++) {
            if (field != Rows.FAMILY && !fields[field].isEmpty()) {
                double drawn = random.nextDouble();
                fields[field] = drawn < often ? wrong(field, fields[field]) : drawn < 1.5 * often ? "" : fields[field];
            }
        }
        if (random.nextDouble() < often / 4) {
            var given = fields[1];
            fields[1] = fields[2];
            fields[2] = given;
        }
        return String.join("|", fields);
    }

    private String wrong(int field, String value) {
        return switch (field) {
            case 0, 7 -> slip(value);
            case 1 -> givenName(value);
            case 2 -> familyName(value);
            case 3 -> birthDate(value);
            case 4 -> random.nextInt(4) == 0 ? "other" : value.equals("F") ? "M" : "F";
            case 5 -> postcode(value);
            default -> "Nether " + value;
        };
    }

    private String givenName(String value) {
        return switch (random.nextInt(5)) {
            case 0 -> value.substring(0, 1);
            case 1 -> value + "-Rose";
            case 2 -> {
                var forms = OTHER_FORMS.getOrDefault(value, List.of(slip(value)));
                yield forms.get(random.nextInt(forms.size()));
            }
            default -> slip(value);
        };
    }

    private String familyName(String value) {
        return switch (random.nextInt(4)) {
            case 0 -> value + " Ó Briain";
            case 1 -> "van der " + value;
            case 2 -> Town.familyName(random);
            default -> slip(value);
        };
    }

    private String birthDate(String value) {
        var year = value.substring(0, 4);
        var month = value.substring(5, 7);
        var day = value.substring(8);
        return switch (random.nextInt(3)) {
            // No date where there is no such month: then it counts as missing.
            case 0 -> year + "-" + day + "-" + month;
            case 1 -> "%d-%s-%s".formatted(Integer.parseInt(year) + random.nextInt(-10, 10), month, day);
            default -> "%s-%s-%02d".formatted(year, month, 1 + random.nextInt(28));
        };
    }

    private String postcode(String value) {
        return switch (random.nextInt(3)) {
            case 0 -> slip(value);
            case 1 -> value.substring(0, value.length() - 2) + "ZZ";
            default -> "QX%d %dAA".formatted(1 + random.nextInt(20), random.nextInt(10));
        };
    }

    /// A letter or a digit is another one, is missing, is there twice, or has changed places with the
    /// next one.
    String slip(String value) {
        int at = random.nextInt(value.length());
        var before = value.substring(0, at);
        var after = value.substring(at + 1);
        char c = value.charAt(at);
        return switch (random.nextInt(4)) {
            case 0 -> before + after;
            case 1 -> before + c + c + after;
            case 2 -> after.isEmpty() ? value : before + after.charAt(0) + c + after.substring(1);
            default -> before + other(c) + after;
        };
    }

    private char other(char c) {
        return Character.isDigit(c)
                ? (char) ('0' + (c - '0' + 1 + random.nextInt(9)) % 10)
                : LETTERS.charAt(random.nextInt(LETTERS.length()));
    }
}
