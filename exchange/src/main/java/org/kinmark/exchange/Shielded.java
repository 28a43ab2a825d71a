package org.kinmark.exchange;

/// Whether a person is listed without a postcode.
public enum Shielded {
    YES,
    NO,
    /// The file leaves it open: counts as yes where the family's criteria hold domestic abuse and it has more than one
    /// adult.
    NOT_SAID
}
