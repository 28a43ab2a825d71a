package org.kinmark.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The programme's people among those at large: who comes to the registers near which practice, and after how many.
///
/// Relatives come together, as they registered, and no family's place says that it is in the programme.
final class Arrivals {

    /// @param after how many people at large come before
    private record Arrival(int after, List<Patient> patients) {}

    private final List<Arrival> arrivals = new ArrayList<>();
    private int next;

    /// @param groups the patients of each family who are registered at one practice, or live near it
    /// @param atLarge how many people at large there are near that practice
    Arrivals(List<List<Patient>> groups, int atLarge, Dice dice) {
        for (var group : groups) {
            arrivals.add(new Arrival(dice.below(atLarge + 1), group));
        }
        // The order of those who come after as many is the groups', since the sort is stable.
        arrivals.sort(Comparator.comparingInt(Arrival::after));
    }

    /// Who comes once so many people at large have come.
    List<Patient> due(int come) {
        var due = new ArrayList<Patient>();
        while (next < arrivals.size() && arrivals.get(next).after() <= come) {
            due.addAll(arrivals.get(next++).patients());
        }
        return due;
    }
}
