package org.kinmark.synthetic;

import org.kinmark.linkage.Sex;

/// A family's name, in the form that a man and the form that a woman bears: `Kowalski` and `Kowalska`.
record Surname(String male, String female) {

    /// Reads `male/female`, or one form for both.
    static Surname parse(String written) {
        int slash = written.indexOf('/');
        return slash < 0
                ? new Surname(written, written)
                : new Surname(written.substring(0, slash), written.substring(slash + 1));
    }

    String of(Sex sex) {
        return sex == Sex.FEMALE ? female : male;
    }

    /// The name of a child of parents who kept theirs.
    Surname joinedWith(Surname other) {
        return new Surname(male + "-" + other.male, female + "-" + other.female);
    }

    /// Both names, one after the other.
    Surname followedBy(Surname other) {
        return new Surname(male + " " + other.male, female + " " + other.female);
    }

    /// The first of two names that follow each other, or the only one.
    Surname firstOfTwo() {
        return new Surname(male.split(" ", 2)[0], female.split(" ", 2)[0]);
    }

    /// Whether it already has two halves: nobody bears four.
    boolean isJoined() {
        return male.indexOf('-') >= 0 || male.indexOf(' ') >= 0;
    }
}
