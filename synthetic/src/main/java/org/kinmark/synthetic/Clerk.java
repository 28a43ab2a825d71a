package org.kinmark.synthetic;

import java.time.LocalDate;
import java.util.Optional;
import org.kinmark.linkage.Sex;

/// Writes people down as one organisation's staff do over the years, with the slips that happen there.
///
/// Each person's slips hang on the person and the organisation alone, so that two files err independently.
final class Clerk {

    private final long seed;
    private final Kind kind;
    private final LocalDate asOf;
    private final NhsNumbers nhsNumbers;
    private final OtherNames otherNames;
    private final ManyLanguages languages;
    private final OtherSlips otherSlips;

    /// @param office the postcode of the council's offices
    Clerk(long seed, Kind kind, LocalDate asOf, NhsNumbers nhsNumbers, String office) {
        this.seed = seed;
        this.kind = kind;
        this.asOf = asOf;
        this.nhsNumbers = nhsNumbers;
        this.otherNames = new OtherNames(kind);
        this.languages = new ManyLanguages();
        this.otherSlips = new OtherSlips(office);
    }

    /// A member as the family team's file has them.
    Written forFamilyTeam(Member member) {
        var person = member.person();
        var dice = Dice.of(seed, Purpose.TEAM_WRITES, person.number(), member.entry());
        return new Line(new Writing(dice, false, kind)).write(person, -1, Ages.ALL);
    }

    /// A patient as a service's register has them: of an age that the service sees.
    Written forRegister(Person person, Service service) {
        var dice = Dice.of(seed, Purpose.SERVICE_WRITES, person.number(), service.index());
        return new Line(new Writing(dice, true, kind))
                .write(person, service.index(), service.discipline().ages());
    }

    /// One person being written down once.
    private final class Line {

        private final Writing writing;
        private final Dice dice;

        Line(Writing writing) {
            this.writing = writing;
            this.dice = writing.dice();
        }

        Written write(Person person, int organisation, Ages ages) {
            var given = given(person);
            var family = family(person);
            boolean swap =
                    writing.happens(Slip.NAMES_SWAPPED) || happensIn(Trait.MANY_LANGUAGES, Slip.FAMILY_NAME_FIRST);
            if (happensIn(Trait.OTHER_SLIPS, Slip.BOTH_NAMES_IN_ONE_FIELD)) {
                given = (given + " " + family).strip();
            }
            return new Written(
                    dice.chance(Slip.noNhsNumber(writing.register(), kind)) ? "" : nhsNumber(person),
                    swap ? family : given,
                    swap ? given : family,
                    birth(person.birth(), ages),
                    sex(person.sex()),
                    postcode(person.home(), organisation));
        }

        private String given(Person person) {
            var name = writing.oneOf(Slip.NICKNAME, otherNames.nicknames(person.given()), person.given());
            name = writing.oneOf(Slip.OTHER_SPELLING, otherNames.spellings(name), name);
            if (!person.second().isEmpty() && writing.happens(Slip.SECOND_NAME_TOO)) {
                name = name + " " + person.second();
            }
            name = writing.where(Slip.GIVEN_NAME_MISTYPED, name, slipped -> Typing.slip(slipped, dice));
            name = writing.where(Slip.ONLY_AN_INITIAL, name, whole -> whole.substring(0, 1));
            if (kind.has(Trait.MANY_LANGUAGES)) {
                name = languages.given(name, writing);
            }
            if (kind.has(Trait.OTHER_SLIPS)) {
                name = otherSlips.given(name, person, writing);
            }
            return finished(Slip.NO_GIVEN_NAME, name);
        }

        private String family(Person person) {
            var name = writing.where(Slip.FORMER_FAMILY_NAME, person.family(), _ -> person.formerFamily());
            name = writing.where(Slip.HALF_A_DOUBLE_NAME, name, whole -> Punctuation.half(whole, dice));
            name = writing.oneOf(Slip.OTHER_SPELLING, otherNames.spellings(name), name);
            name = writing.where(Slip.FAMILY_NAME_MISTYPED, name, slipped -> Typing.slip(slipped, dice));
            if (kind.has(Trait.MANY_LANGUAGES)) {
                name = languages.family(name, person, writing);
            }
            if (kind.has(Trait.OTHER_SLIPS)) {
                name = otherSlips.family(name, writing);
            }
            return finished(Slip.NO_FAMILY_NAME, name);
        }

        private String finished(Slip missing, String name) {
            var plain = writing.where(Slip.ACCENTS_LOST, name, Punctuation::withoutAccents);
            var marked = writing.where(Slip.PUNCTUATION_CHANGED, plain, kept -> Punctuation.changed(kept, dice));
            var cased = writing.where(Slip.CASE_CHANGED, marked, kept -> Punctuation.otherCase(kept, dice));
            if (writing.happens(missing)) {
                return "";
            }
            return kind.has(Trait.OTHER_SLIPS) ? otherSlips.garbled(cased, writing) : cased;
        }

        private String birth(LocalDate birth, Ages ages) {
            if (writing.happens(Slip.NO_BIRTH_DATE)) {
                return "";
            }
            var wrong = Optional.<LocalDate>empty();
            if (writing.happens(Slip.DAY_AND_MONTH_SWAPPED)) {
                wrong = Misdating.swapped(birth);
            } else if (writing.happens(Slip.ONE_DIGIT_OFF)) {
                wrong = Misdating.oneDigitOff(birth, dice);
            } else if (writing.happens(Slip.YEAR_OFF)) {
                wrong = Misdating.yearOff(birth, dice);
            } else if (kind.has(Trait.OTHER_SLIPS)) {
                wrong = otherSlips.birth(birth, writing);
            }
            return wrong.filter(date -> ages.hold(date, asOf)).orElse(birth).toString();
        }

        private String sex(Sex sex) {
            if (writing.happens(Slip.NO_SEX)) {
                return dice.chance(0.5) ? "" : Sex.UNKNOWN.written();
            }
            boolean wrong = writing.happens(Slip.SEX_WRONG);
            return (wrong ? sex == Sex.FEMALE ? Sex.MALE : Sex.FEMALE : sex).written();
        }

        private String postcode(Home home, int organisation) {
            if (writing.happens(Slip.NO_POSTCODE)) {
                return "";
            }
            boolean former = Dice.of(seed, Purpose.MOVED, home.household(), organisation)
                            .chance(Slip.HOUSEHOLD_MOVED.rate(writing.register(), kind))
                    || writing.happens(Slip.MOVED_ALONE);
            var written = former ? home.formerPostcode() : home.postcode();
            written = writing.where(Slip.POSTCODE_MISTYPED, written, right -> Typing.slipInPostcode(right, dice));
            if (kind.has(Trait.OTHER_SLIPS)) {
                written = otherSlips.postcode(written, writing);
            }
            return writing.where(Slip.POSTCODE_SPACED_OTHERWISE, written, right -> right.replace(" ", ""));
        }

        /// The row before in the team's file is mostly a relative's: people are numbered in its order.
        private String nhsNumber(Person person) {
            boolean before = person.number() > 0
                    && !writing.register()
                    && happensIn(Trait.OTHER_SLIPS, Slip.NHS_NUMBER_OF_THE_ROW_BEFORE);
            return nhsNumbers.of(before ? person.number() - 1 : person.number());
        }

        private boolean happensIn(Trait trait, Slip slip) {
            return kind.has(trait) && writing.happens(slip);
        }
    }
}
