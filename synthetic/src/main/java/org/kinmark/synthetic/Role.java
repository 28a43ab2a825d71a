package org.kinmark.synthetic;

/// What somebody is in a household, as far as their name depends on it.
enum Role {
    PARENT,
    PARTNER,
    CHILD,
    GRANDPARENT,
    LODGER
}
