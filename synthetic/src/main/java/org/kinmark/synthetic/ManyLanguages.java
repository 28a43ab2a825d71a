package org.kinmark.synthetic;

import org.kinmark.linkage.Sex;

/// What becomes of names of other languages in an office that knows one.
final class ManyLanguages {

    private final Substitutions letters = new Substitutions("names/other/letters.txt");

    String given(String name, Writing writing) {
        return carriedOver(name, writing);
    }

    String family(String name, Person person, Writing writing) {
        var form = name.equals(person.family()) && person.sex() == Sex.FEMALE
                ? writing.where(Slip.FAMILY_NAME_AS_A_MANS, name, _ -> person.otherForm())
                : name;
        return carriedOver(
                writing.where(Slip.ONE_OF_TWO_FAMILY_NAMES, form, both -> one(both, writing.dice())), writing);
    }

    private String carriedOver(String name, Writing writing) {
        return writing.where(
                Slip.LETTERS_CARRIED_OVER_OTHERWISE, name, written -> letters.once(written, writing.dice()));
    }

    /// One of two names with a space between them, or the name.
    private static String one(String name, Dice dice) {
        int space = name.indexOf(' ');
        return space < 3 ? name : dice.chance(0.7) ? name.substring(0, space) : name.substring(space + 1);
    }
}
