package org.kinmark.synthetic;

import org.kinmark.linkage.Sex;

/// Names that go together, because the people who bear them come from one part of the world.
///
/// @param weight how many of a thousand households
/// @param borrowing the share of its given names that come from the country at large
record Culture(int weight, Surnames surnames, GivenNames female, GivenNames male, double borrowing) {

    private static final double BORROWING_IN_CHILDREN = 0.12;

    static Culture read(String resource) {
        var lists = WordLists.read(resource);
        return new Culture(
                lists.number("weight"),
                new Surnames(lists),
                new GivenNames(lists, "female"),
                new GivenNames(lists, "male"),
                Math.max(lists.number("borrow") / 100.0, BORROWING_IN_CHILDREN));
    }

    String given(Dice dice, Sex sex, int yearOfBirth) {
        return (sex == Sex.FEMALE ? female : male).pick(dice, yearOfBirth);
    }
}
