package org.kinmark.exchange;

/// Whose format a file is: how strictly it is read depends on it.
public enum Owner {
    /// Made by Kinmark: anything odd in it is a mistake.
    OURS,
    /// Exported from somebody's system for other purposes: only what makes it unusable is a mistake.
    THEIRS
}
