package org.kinmark.marker;

/// What a professional may say of a link.
enum Sameness {
    YES,
    NO,
    /// Takes back what was said before, if anything was: the link is what its probability makes it.
    CANNOT_TELL
}
