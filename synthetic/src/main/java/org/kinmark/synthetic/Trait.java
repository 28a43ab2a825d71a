package org.kinmark.synthetic;

/// In what an area differs from the usual one. A kind has some of them, and each is drawn apart from the
/// others.
enum Trait {
    /// Everything that goes wrong goes wrong twice as often, and less is known of everybody.
    MORE_ERRORS,
    /// Names that the usual lists lack, of many languages, as they are carried over into English
    /// letters.
    MANY_LANGUAGES,
    /// Names and dates are misheard, misread, cut off and made up, not mistyped as usual.
    OTHER_SLIPS,
    /// Households of other sizes and shapes.
    OTHER_HOUSEHOLDS,
    /// Half of all family names are one of twenty.
    FEW_SURNAMES
}
