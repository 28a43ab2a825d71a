package org.kinmark.synthetic;

/// What somebody is in a household, as far as their name depends on it.
enum Role {
    PARENT,
    PARTNER,
    CHILD,
    GRANDPARENT,
    LODGER,
    /// A child of one parent there and of somebody who lives elsewhere, or of nobody there.
    STEPCHILD,
    /// A parent's grown-up brother, sister or cousin.
    RELATIVE,
    /// Of a home or a hostel: no relative of anybody there.
    RESIDENT
}
