package org.kinmark.synthetic;

import java.util.Locale;

/// How clean the invented area's data are, and whether its people and its errors are of the usual sort.
///
/// The linkage may be tuned on the first two kinds. The others are adversarial: they are there to tell
/// what it does with people and errors that it was not made for. So nothing may be fitted to them, and
/// no word of their lists may go into the linkage's own list of other forms, nor the other way about;
/// what both have, both have from the languages.
public enum Kind {
    DEFAULT,
    /// Twice the errors, most NHS Numbers missing from the list, fewer of its people in the registers.
    HARD,
    /// Names of many languages, none of them in the usual lists, carried over into English letters in
    /// several ways.
    MANY_LANGUAGES,
    /// Names misheard, misread and cut off; 1 January; words and dates that stand for "unknown".
    OTHER_SLIPS,
    /// Large families of three surnames and four generations, adults who share, care homes with one
    /// address.
    OTHER_HOUSEHOLDS,
    /// Half of all family names are one of twenty.
    FEW_SURNAMES,
    /// All of these together, and as many errors as in the hard kind.
    HELD_OUT;

    /// As it is asked for: in small letters.
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean has(Trait trait) {
        return switch (this) {
            case DEFAULT -> false;
            case HARD -> trait == Trait.MORE_ERRORS;
            case MANY_LANGUAGES -> trait == Trait.MANY_LANGUAGES;
            case OTHER_SLIPS -> trait == Trait.OTHER_SLIPS;
            case OTHER_HOUSEHOLDS -> trait == Trait.OTHER_HOUSEHOLDS;
            case FEW_SURNAMES -> trait == Trait.FEW_SURNAMES;
            case HELD_OUT -> true;
        };
    }
}
