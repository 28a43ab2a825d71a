package org.kinmark.rules;

import java.util.OptionalInt;

/// What the rules need to know about the person whom a request concerns: never who it is.
///
/// @param age whole years, 0 to 130; empty only where the content is not about one person
/// @param capacity for this decision; read from 16
/// @param competence Gillick competence; read under 16
public record Person(OptionalInt age, Capacity capacity, Competence competence) {

    /// The greatest age that is taken for one.
    public static final int MAX_AGE = 130;

    /// Nobody in particular: what a request about a whole family holds.
    public static final Person NOT_STATED = new Person(OptionalInt.empty(), Capacity.HAS, Competence.NOT_ASSESSED);

    /// Whether the person can decide this.
    public enum Capacity implements Word {
        HAS,
        LACKS
    }

    /// Whether a child under 16 can decide this.
    public enum Competence implements Word {
        NOT_ASSESSED,
        COMPETENT,
        NOT_COMPETENT
    }

    public Person {
        if (age.isPresent() && (age.getAsInt() < 0 || age.getAsInt() > MAX_AGE)) {
            throw new IllegalArgumentException("an age is from 0 to " + MAX_AGE);
        }
    }

    /// Says nothing about the person.
    @Override
    public String toString() {
        return "Person[hidden]";
    }
}
