package org.kinmark.rules;

/// Who gave, refused or withdrew consent.
public enum Decider implements Word {
    SELF,
    PARENTAL_RESPONSIBILITY,
    COUNCIL_AS_PARENT,
    ATTORNEY_OR_DEPUTY
}
