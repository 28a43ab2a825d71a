package org.kinmark.synthetic;

/// How clean the invented area's data are.
public enum Kind {
    DEFAULT,
    /// Twice the errors, most NHS Numbers missing from the list, fewer of its people in the registers.
    HARD
}
