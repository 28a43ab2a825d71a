package org.kinmark.linkage;

/// Why a left record has no link.
public enum Unlinked {
    /// It has nothing that the other file has too.
    EMPTY,
    /// Even a right record that says the very same would not reach the cut.
    TOO_LITTLE,
    /// No right record is alike enough to be weighed.
    NOBODY_ALIKE,
    /// The right record that is most like it is not like enough.
    TOO_UNLIKE,
    /// Several fit, and nothing tells which.
    SEVERAL_FIT,
    /// The right record that fits is another left record's.
    TAKEN
}
