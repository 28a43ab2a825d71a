package org.kinmark.synthetic;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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

    Clerk(long seed, Kind kind, LocalDate asOf, NhsNumbers nhsNumbers) {
        this.seed = seed;
        this.kind = kind;
        this.asOf = asOf;
        this.nhsNumbers = nhsNumbers;
        this.otherNames = new OtherNames();
    }

    /// A member as the family team's file has them.
    Written forFamilyTeam(Member member) {
        var person = member.person();
        var dice = Dice.of(seed, Purpose.TEAM_WRITES, person.number(), member.entry());
        return new Line(dice, false).write(person, -1, Ages.ALL);
    }

    /// A patient as a service's register has them: of an age that the service sees.
    Written forRegister(Person person, Service service) {
        var dice = Dice.of(seed, Purpose.SERVICE_WRITES, person.number(), service.index());
        return new Line(dice, true)
                .write(person, service.index(), service.discipline().ages());
    }

    /// One person being written down once.
    private final class Line {

        private final Dice dice;
        private final boolean register;

        Line(Dice dice, boolean register) {
            this.dice = dice;
            this.register = register;
        }

        Written write(Person person, int organisation, Ages ages) {
            var given = given(person);
            var family = family(person);
            boolean swap = happens(Slip.NAMES_SWAPPED);
            return new Written(
                    dice.chance(Slip.noNhsNumber(register, kind)) ? "" : nhsNumbers.of(person.number()),
                    swap ? family : given,
                    swap ? given : family,
                    birth(person.birth(), ages),
                    sex(person.sex()),
                    postcode(person.home(), organisation));
        }

        private String given(Person person) {
            var name = oneOf(Slip.NICKNAME, otherNames.nicknames(person.given()), person.given());
            name = oneOf(Slip.OTHER_SPELLING, otherNames.spellings(name), name);
            if (!person.second().isEmpty() && happens(Slip.SECOND_NAME_TOO)) {
                name = name + " " + person.second();
            }
            name = where(Slip.GIVEN_NAME_MISTYPED, name, slipped -> Typing.slip(slipped, dice));
            name = where(Slip.ONLY_AN_INITIAL, name, whole -> whole.substring(0, 1));
            return finished(Slip.NO_GIVEN_NAME, name);
        }

        private String family(Person person) {
            var name = where(Slip.FORMER_FAMILY_NAME, person.family(), _ -> person.formerFamily());
            name = where(Slip.HALF_A_DOUBLE_NAME, name, whole -> Punctuation.half(whole, dice));
            name = oneOf(Slip.OTHER_SPELLING, otherNames.spellings(name), name);
            name = where(Slip.FAMILY_NAME_MISTYPED, name, slipped -> Typing.slip(slipped, dice));
            return finished(Slip.NO_FAMILY_NAME, name);
        }

        private String finished(Slip missing, String name) {
            var plain = where(Slip.ACCENTS_LOST, name, Punctuation::withoutAccents);
            var marked = where(Slip.PUNCTUATION_CHANGED, plain, kept -> Punctuation.changed(kept, dice));
            var cased = where(Slip.CASE_CHANGED, marked, kept -> Punctuation.otherCase(kept, dice));
            return happens(missing) ? "" : cased;
        }

        private String birth(LocalDate birth, Ages ages) {
            if (happens(Slip.NO_BIRTH_DATE)) {
                return "";
            }
            var wrong = Optional.<LocalDate>empty();
            if (happens(Slip.DAY_AND_MONTH_SWAPPED)) {
                wrong = Misdating.swapped(birth);
            } else if (happens(Slip.ONE_DIGIT_OFF)) {
                wrong = Misdating.oneDigitOff(birth, dice);
            } else if (happens(Slip.YEAR_OFF)) {
                wrong = Misdating.yearOff(birth, dice);
            }
            return wrong.filter(date -> ages.hold(date, asOf)).orElse(birth).toString();
        }

        private String sex(Sex sex) {
            if (happens(Slip.NO_SEX)) {
                return dice.chance(0.5) ? "" : Sex.UNKNOWN.written();
            }
            boolean wrong = happens(Slip.SEX_WRONG);
            return (wrong ? sex == Sex.FEMALE ? Sex.MALE : Sex.FEMALE : sex).written();
        }

        private String postcode(Home home, int organisation) {
            if (happens(Slip.NO_POSTCODE)) {
                return "";
            }
            boolean former = Dice.of(seed, Purpose.MOVED, home.household(), organisation)
                            .chance(Slip.HOUSEHOLD_MOVED.rate(register, kind))
                    || happens(Slip.MOVED_ALONE);
            var written = former ? home.formerPostcode() : home.postcode();
            written = where(Slip.POSTCODE_MISTYPED, written, right -> Typing.slipInPostcode(right, dice));
            return where(Slip.POSTCODE_SPACED_OTHERWISE, written, right -> right.replace(" ", ""));
        }

        private boolean happens(Slip slip) {
            return dice.chance(slip.rate(register, kind));
        }

        private String where(Slip slip, String right, UnaryOperator<String> wrong) {
            return happens(slip) && !right.isEmpty() ? wrong.apply(right) : right;
        }

        private String oneOf(Slip slip, List<String> others, String right) {
            return !others.isEmpty() && happens(slip) ? dice.pick(others) : right;
        }
    }
}
