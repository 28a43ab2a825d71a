package org.kinmark.synthetic;

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
    NO_POSTCODE(0.03, 0.004);

    private static final double TWICE = 2;
    private static final double NO_NHS_NUMBER_IN_REGISTER = 0.01;

    private final double inFamilyFile;
    private final double inRegister;

    Slip(double inFamilyFile, double inRegister) {
        this.inFamilyFile = inFamilyFile;
        this.inRegister = inRegister;
    }

    double rate(boolean register, Kind kind) {
        return (register ? inRegister : inFamilyFile) * (kind == Kind.HARD ? TWICE : 1);
    }

    /// The share of people whose NHS Number is not written down.
    static double noNhsNumber(boolean register, Kind kind) {
        return switch (kind) {
            case DEFAULT -> register ? NO_NHS_NUMBER_IN_REGISTER : 0.6;
            case HARD -> register ? NO_NHS_NUMBER_IN_REGISTER * TWICE : 0.95;
        };
    }
}
