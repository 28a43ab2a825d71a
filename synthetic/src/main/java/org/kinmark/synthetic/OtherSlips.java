package org.kinmark.synthetic;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kinmark.linkage.Sex;

/// Slips of ears, of eyes, of systems and of whoever must fill in a form, instead of the usual ones of
/// fingers.
final class OtherSlips {

    /// How many letters one old system had room for.
    private static final int ROOM = 8;

    private static final List<String> TITLES = List.of("Mrs", "Miss", "Ms");

    private final Substitutions sounds = new Substitutions("sounds.txt");
    private final Substitutions handwriting = new Substitutions("handwriting.txt");
    private final WordLists madeUp = WordLists.read("made-up.txt");
    private final String office;

    /// @param office the postcode of the office that writes, which stands for one that is not known
    OtherSlips(String office) {
        this.office = office;
    }

    String given(String name, Person person, Writing writing) {
        var dice = writing.dice();
        var called =
                person.second().isEmpty() ? name : writing.where(Slip.MIDDLE_NAME_INSTEAD, name, _ -> person.second());
        var heard = writing.where(Slip.GIVEN_NAME_MISHEARD, called, said -> sounds.once(said, dice));
        var read = writing.where(Slip.GIVEN_NAME_MISREAD, heard, written -> handwriting.once(written, dice));
        var typed = writing.where(Slip.GIVEN_NAME_FUMBLED, read, meant -> Fumbling.slip(meant, dice));
        var titled = writing.where(Slip.TITLE_BEFORE_NAME, typed, bare -> title(person.sex(), dice) + " " + bare);
        return writing.oneOf(Slip.GIVEN_NAME_MADE_UP, madeUp.list("given"), cutOff(titled, writing));
    }

    String family(String name, Writing writing) {
        var dice = writing.dice();
        var heard = writing.where(Slip.FAMILY_NAME_MISHEARD, name, said -> sounds.once(said, dice));
        var read = writing.where(Slip.FAMILY_NAME_MISREAD, heard, written -> handwriting.once(written, dice));
        var typed = writing.where(Slip.FAMILY_NAME_FUMBLED, read, meant -> Fumbling.slip(meant, dice));
        return writing.oneOf(Slip.FAMILY_NAME_MADE_UP, madeUp.list("family"), cutOff(typed, writing));
    }

    /// A name that went through a system which knows no letters but those of English.
    String garbled(String name, Writing writing) {
        return isEnglish(name)
                ? name
                : writing.where(Slip.LETTERS_GARBLED, name, kept -> garbled(kept, writing.dice()));
    }

    /// The wrong date, if one is written.
    Optional<LocalDate> birth(LocalDate birth, Writing writing) {
        if (writing.happens(Slip.FIRST_OF_JANUARY)) {
            return Optional.of(OtherMisdating.firstOfJanuary(birth));
        }
        if (writing.happens(Slip.DAY_TURNED_ROUND)) {
            return OtherMisdating.dayTurnedRound(birth);
        }
        if (writing.happens(Slip.YEAR_TURNED_ROUND)) {
            return OtherMisdating.yearTurnedRound(birth);
        }
        if (writing.happens(Slip.DAY_OR_MONTH_BESIDE)) {
            return Optional.of(OtherMisdating.beside(birth, writing.dice()));
        }
        return writing.happens(Slip.BIRTH_DATE_MADE_UP)
                ? Optional.of(OtherMisdating.madeUp(writing.dice()))
                : Optional.empty();
    }

    String postcode(String postcode, Writing writing) {
        var typed = writing.where(Slip.POSTCODE_TURNED_ROUND, postcode, Fumbling::turnedRound);
        return writing.where(Slip.POSTCODE_OF_THE_OFFICE, typed, _ -> office);
    }

    private static String title(Sex sex, Dice dice) {
        return sex == Sex.MALE ? "Mr" : dice.pick(TITLES);
    }

    private static String cutOff(String name, Writing writing) {
        return name.length() <= ROOM
                ? name
                : writing.where(
                        Slip.LONG_NAME_CUT_OFF,
                        name,
                        whole -> whole.substring(0, ROOM).strip());
    }

    private static boolean isEnglish(String name) {
        return name.chars().allMatch(letter -> letter < 128);
    }

    /// UTF-8 read as if it were Latin-1, or a question mark for each letter that the system lacks.
    private static String garbled(String name, Dice dice) {
        return dice.chance(0.5)
                ? new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                : new String(name.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
    }
}
