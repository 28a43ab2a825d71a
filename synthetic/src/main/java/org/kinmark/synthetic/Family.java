package org.kinmark.synthetic;

import java.util.List;

/// A family of the council's programme.
///
/// @param index its place in `families.csv`, from 0; also the number of its household
/// @param practice the practice near which it lives
record Family(int index, String id, int practice, List<Member> members) {

    /// Everybody in it, each once, however often they were entered.
    List<Person> people() {
        return members.stream().map(Member::person).distinct().toList();
    }

    /// The people without a child whose first home is another family's: over all families, each person once.
    List<Person> livingTogether() {
        return people().stream().filter(this::livesHere).toList();
    }

    boolean livesHere(Person person) {
        return person.home().household() == index;
    }
}
