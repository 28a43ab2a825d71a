package org.kinmark.rules;

/// One of the five confidentiality rules.
///
/// Source: interim guidance, "The Confidentiality Rules".
public enum Rule {
    /// Treat confidential information confidentially and respectfully, and keep people informed.
    ONE(1),
    /// Share what is needed for a person's direct care; with those who are not care professionals, by consent.
    TWO(2),
    /// Beyond direct care, nobody should normally be identifiable.
    THREE(3),
    /// Respect an objection, save for named exceptions.
    FOUR(4),
    /// Have the policies, agreements and systems that make the others hold.
    FIVE(5);

    private final int number;

    Rule(int number) {
        this.number = number;
    }

    /// From 1 to 5.
    public int number() {
        return number;
    }
}
