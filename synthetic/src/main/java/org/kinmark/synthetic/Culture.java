package org.kinmark.synthetic;

import java.util.List;
import org.kinmark.linkage.Sex;

/// Names that go together, because the people who bear them come from one part of the world.
///
/// @param weight how many of a thousand households
/// @param borrowing the share of its given names that come from the country at large
record Culture(int weight, Naming naming, Surnames surnames, GivenNames female, GivenNames male, double borrowing) {

    private static final double BORROWING_IN_CHILDREN = 0.12;

    /// @param few family names that half of the people bear instead of their culture's; empty where none are
    static Culture read(String resource, List<Surname> few) {
        var lists = WordLists.read(resource);
        return new Culture(
                lists.number("weight"),
                Naming.of(lists.list("naming")),
                new Surnames(lists, few),
                new GivenNames(lists, "female"),
                new GivenNames(lists, "male"),
                Math.max(lists.number("borrow") / 100.0, BORROWING_IN_CHILDREN));
    }

    String given(Dice dice, Sex sex, int yearOfBirth) {
        return (sex == Sex.FEMALE ? female : male).pick(dice, yearOfBirth);
    }

    Surname familyName(Dice dice) {
        var name = surnames.pick(dice);
        return naming == Naming.TWO_SURNAMES ? name.followedBy(surnames.pick(dice)) : name;
    }
}
