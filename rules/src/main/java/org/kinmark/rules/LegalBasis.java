package org.kinmark.rules;

/// What identifiable evaluation rests on.
public enum LegalBasis implements Word {
    NONE,
    CONSENT,
    /// Support under section 251 of the National Health Service Act 2006.
    SECTION_251,
    STATUTE
}
