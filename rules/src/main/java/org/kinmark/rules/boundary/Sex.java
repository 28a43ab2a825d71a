package org.kinmark.rules.boundary;

/// A sex that an indicator may be for. One that is not known is an absent value, and fits no such indicator.
public enum Sex {
    FEMALE,
    MALE,
    OTHER
}
