package org.kinmark.synthetic;

import java.util.EnumSet;
import java.util.Set;

/// What goes wrong when somebody is written down, and how often: in the family team's file, and in a register, which is
/// kept with more care. In the hard kind everything goes wrong twice as often.
///
/// A rate counts the people to whom it can happen: only who has a second name can have half of it left out.
enum Slip {
    NICKNAME(0.06, 0.015),
    OTHER_SPELLING(0.03, 0.02),
    ONLY_AN_INITIAL(0.006, 0.002),
    SECOND_NAME_TOO(0.02, 0.05),
    GIVEN_NAME_MISTYPED(0.018, 0.006),
    NO_GIVEN_NAME(0.003, 0.001),
    FORMER_FAMILY_NAME(0.1, 0.06),
    HALF_A_DOUBLE_NAME(0.2, 0.1),
    FAMILY_NAME_MISTYPED(0.02, 0.006),
    NO_FAMILY_NAME(0.001, 0.0005),
    NAMES_SWAPPED(0.005, 0.002),
    ACCENTS_LOST(0.35, 0.25),
    PUNCTUATION_CHANGED(0.2, 0.15),
    CASE_CHANGED(0.02, 0.01),
    DAY_AND_MONTH_SWAPPED(0.008, 0.003),
    ONE_DIGIT_OFF(0.01, 0.004),
    YEAR_OFF(0.006, 0.002),
    NO_BIRTH_DATE(0.018, 0.001),
    SEX_WRONG(0.003, 0.002),
    NO_SEX(0.02, 0.003),
    HOUSEHOLD_MOVED(0.075, 0.05),
    MOVED_ALONE(0.025, 0.02),
    POSTCODE_MISTYPED(0.008, 0.003),
    POSTCODE_SPACED_OTHERWISE(0.04, 0.01),
    NO_POSTCODE(0.03, 0.004),

    // Where names are of many languages.
    LETTERS_CARRIED_OVER_OTHERWISE(0.08, 0.05),
    ONE_OF_TWO_FAMILY_NAMES(0.25, 0.12),
    FAMILY_NAME_AS_A_MANS(0.12, 0.06),
    FAMILY_NAME_FIRST(0.02, 0.01),

    // Where slips are of other kinds.
    GIVEN_NAME_MISHEARD(0.02, 0.008),
    GIVEN_NAME_MISREAD(0.012, 0.004),
    GIVEN_NAME_FUMBLED(0.012, 0.004),
    MIDDLE_NAME_INSTEAD(0.03, 0.015),
    TITLE_BEFORE_NAME(0.01, 0.004),
    GIVEN_NAME_MADE_UP(0.005, 0.002),
    FAMILY_NAME_MISHEARD(0.025, 0.01),
    FAMILY_NAME_MISREAD(0.012, 0.004),
    FAMILY_NAME_FUMBLED(0.012, 0.004),
    FAMILY_NAME_MADE_UP(0.003, 0.001),
    LONG_NAME_CUT_OFF(0.15, 0.1),
    LETTERS_GARBLED(0.06, 0.04),
    BOTH_NAMES_IN_ONE_FIELD(0.006, 0.003),
    FIRST_OF_JANUARY(0.02, 0.006),
    DAY_TURNED_ROUND(0.012, 0.004),
    YEAR_TURNED_ROUND(0.006, 0.002),
    DAY_OR_MONTH_BESIDE(0.01, 0.004),
    BIRTH_DATE_MADE_UP(0.008, 0.002),
    POSTCODE_TURNED_ROUND(0.01, 0.004),
    POSTCODE_OF_THE_OFFICE(0.02, 0.005),
    NHS_NUMBER_OF_THE_ROW_BEFORE(0.004, 0);

    /// What other slips take the place of.
    private static final Set<Slip> USUAL = EnumSet.of(
            GIVEN_NAME_MISTYPED,
            FAMILY_NAME_MISTYPED,
            DAY_AND_MONTH_SWAPPED,
            ONE_DIGIT_OFF,
            YEAR_OFF,
            POSTCODE_MISTYPED);

    private static final double TWICE = 2;
    private static final double NO_NHS_NUMBER_IN_REGISTER = 0.01;

    private final double inFamilyFile;
    private final double inRegister;

    Slip(double inFamilyFile, double inRegister) {
        this.inFamilyFile = inFamilyFile;
        this.inRegister = inRegister;
    }

    double rate(boolean register, Kind kind) {
        if (kind.has(Trait.OTHER_SLIPS) && USUAL.contains(this)) {
            return 0;
        }
        return (register ? inRegister : inFamilyFile) * (kind.has(Trait.MORE_ERRORS) ? TWICE : 1);
    }

    /// The share of people whose NHS Number is not written down.
    static double noNhsNumber(boolean register, Kind kind) {
        boolean more = kind.has(Trait.MORE_ERRORS);
        return register ? NO_NHS_NUMBER_IN_REGISTER * (more ? TWICE : 1) : more ? 0.95 : 0.6;
    }
}
