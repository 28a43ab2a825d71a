package org.kinmark.linkage;

/// How many left records one right record may answer.
public enum Assignment {
    /// Any number: the left file may hold a person twice.
    MANY_TO_ONE,
    /// One row of a family, and a row in each of several families: a person can belong to two households.
    ONE_TO_ONE_WITHIN_FAMILY,
    /// One at most.
    ONE_TO_ONE
}
