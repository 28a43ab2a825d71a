package org.kinmark.linkage;

import java.util.Arrays;

/// The dictionaries that two files share, and what follows from each value alone.
///
/// Given and family names share one dictionary, so that names in each other's place are seen as equal codes.
final class Values {

    Dictionary names = new Dictionary();
    Dictionary postcodes = new Dictionary();
    Dictionary addresses = new Dictionary();
    Dictionary towns = new Dictionary();

    /// Of each name, the code of its first word.
    int[] firstWord = {};
    /// Of each name, what its first word is a form of.
    int[][] otherForms = {};
    /// Of each name, a number that names with one sound share; 0 for missing.
    int[] sound = {};
    /// Of each postcode, numbers that those of one sector and of one district share; 0 where it has no such shape.
    int[] sector = {};
    int[] district = {};

    /// Begins with the codes of one file.
    void begin(Records records) {
        names = new Dictionary(records.names);
        postcodes = new Dictionary(records.postcodes);
        addresses = new Dictionary(records.addresses);
        towns = new Dictionary(records.towns);
    }

    /// Computes what follows from the values. To be called once, after both files' values are in.
    void derive() {
        int typed = names.size();
        int[] first = new int[typed];
        for (int code = 1; code < typed; code++) {
            var name = names.text(code);
            int end = name.indexOf(' ');
            first[code] = end < 0 ? code : names.code(name.substring(0, end));
        }
        firstWord = Arrays.copyOf(first, names.size());
        for (int code = typed; code < firstWord.length; code++) {
            // What only stands at the beginning of longer names.
            firstWord[code] = code;
        }
        otherForms = new int[names.size()][];
        for (int code = 0; code < otherForms.length; code++) {
            otherForms[code] = OtherForms.of(names.text(firstWord[code]));
        }
        var sounds = new Dictionary();
        sound = new int[names.size()];
        for (int code = 1; code < sound.length; code++) {
            sound[code] = sounds.code(Phonetic.code(names.text(code)));
        }
        var areas = new Dictionary();
        sector = new int[postcodes.size()];
        district = new int[postcodes.size()];
        for (int code = 1; code < sector.length; code++) {
            var postcode = postcodes.text(code);
            int inward = postcode.length() - 3;
            if (inward >= 2 && Character.isDigit(postcode.charAt(inward)) && Character.isLetter(postcode.charAt(0))) {
                sector[code] = areas.code(postcode.substring(0, inward + 1) + "-");
                district[code] = areas.code(postcode.substring(0, inward));
            }
        }
    }
}
