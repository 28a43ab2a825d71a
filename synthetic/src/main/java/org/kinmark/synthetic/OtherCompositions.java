package org.kinmark.synthetic;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.kinmark.linkage.Sex;

/// Households of shapes that the usual town has few of: large ones of three and four generations,
/// children of several fathers, grandparents who bring up grandchildren, foster families, grown-up
/// people who share, homes and hostels.
///
/// Ages are kept in days. Parents are from 17 to 44 years older than their children.
final class OtherCompositions implements Compositions {

    private static final int LONG_YEAR = 366;
    private static final int YEAR = 365;
    private static final int YOUNGEST_PARENT = 17 * LONG_YEAR;
    private static final int OLDEST_PARENT = 44 * YEAR;
    private static final int LONGEST_SPAN = 20 * YEAR;
    private static final int OLDEST = 100 * YEAR;

    private final LocalDate asOf;

    OtherCompositions(LocalDate asOf) {
        this.asOf = asOf;
    }

    /// Every shape that has room for so many.
    @Override
    public List<Place> family(Dice dice, int size) {
        if (size == 1) {
            return List.of(
                    dice.chance(0.3)
                            ? place(Role.CHILD, sex(dice), dice.between(9 * LONG_YEAR, 18 * YEAR - 1))
                            : place(Role.PARENT, sex(dice), dice.between(18 * LONG_YEAR, 90 * YEAR)));
        }
        double shape = dice.share();
        if (shape < 0.15) {
            return grownUp(dice, size);
        }
        if (shape < 0.3) {
            return broughtUpByGrandparents(dice, size);
        }
        if (shape < 0.45) {
            return fostering(dice, size);
        }
        return size > 4 && shape < 0.7 ? generations(dice, size) : patchwork(dice, size);
    }

    @Override
    public List<Place> household(Dice dice) {
        double shape = dice.share();
        if (shape < 0.2) {
            return family(dice, 1);
        }
        if (shape < 0.4) {
            return grownUp(dice, dice.between(2, 4));
        }
        if (shape < 0.5) {
            return sharing(dice, Role.LODGER, dice.between(3, 9), 18, 45);
        }
        if (shape < 0.503) {
            return sharing(dice, Role.RESIDENT, dice.between(20, 60), 68, 100);
        }
        if (shape < 0.506) {
            return sharing(dice, Role.RESIDENT, dice.between(10, 40), 18, 26);
        }
        if (shape < 0.7) {
            return generations(dice, dice.between(5, 12));
        }
        return shape < 0.95 ? patchwork(dice, dice.between(3, 6)) : patchwork(dice, dice.between(7, 12));
    }

    /// A home, a hostel or a house of which each has a room.
    private List<Place> sharing(Dice dice, Role role, int count, int from, int to) {
        var places = new ArrayList<Place>();
        for (int i = 0; i < count; i++) {
            places.add(place(role, sex(dice), dice.between(from * LONG_YEAR, to * YEAR)));
        }
        return places;
    }

    /// Brothers, sisters and cousins of about one age, or a parent with grown-up children.
    private List<Place> grownUp(Dice dice, int size) {
        int eldest = dice.between(35 * LONG_YEAR, 70 * YEAR);
        boolean parent = dice.chance(0.5);
        var places = new ArrayList<Place>();
        places.add(place(Role.PARENT, sex(dice), parent ? Math.min(eldest + 20 * YEAR, OLDEST) : eldest));
        while (places.size() < size) {
            int age = Math.max(18 * LONG_YEAR, eldest - dice.below(12 * YEAR));
            places.add(place(parent && dice.chance(0.7) ? Role.CHILD : Role.RELATIVE, sex(dice), age));
        }
        return places;
    }

    /// One or two grandparents, whose name some of the children bear.
    private List<Place> broughtUpByGrandparents(Dice dice, int size) {
        var children = children(dice, size > 3 && dice.chance(0.5) ? size - 2 : size - 1);
        int first = children.getFirst() + dice.between(36 * LONG_YEAR, 55 * YEAR);
        var sex = sex(dice);
        var places = new ArrayList<Place>();
        places.add(place(Role.PARENT, sex, first));
        if (children.size() < size - 1) {
            places.add(place(Role.PARTNER, other(sex), first + dice.between(-3 * YEAR, 6 * YEAR)));
        }
        children.forEach(age -> places.add(place(either(dice, 0.5), sex(dice), age)));
        return places;
    }

    /// Children who are no relatives, each of another name, with a couple or somebody alone.
    private List<Place> fostering(Dice dice, int size) {
        var places = new ArrayList<>(parents(dice, size > 2 && dice.chance(0.6), dice.between(0, 5 * YEAR), 0));
        while (places.size() < size) {
            places.add(place(Role.LODGER, sex(dice), dice.below(18 * YEAR)));
        }
        return places;
    }

    /// Parents, together or one alone, with children of whom half are another's.
    private List<Place> patchwork(Dice dice, int size) {
        boolean both = size > 2 && dice.chance(0.6);
        var children = children(dice, size - (both ? 2 : 1));
        var places = new ArrayList<>(parents(dice, both, children.getFirst(), children.getLast()));
        children.forEach(age -> places.add(place(either(dice, 0.5), sex(dice), age)));
        return places;
    }

    /// Children, parents, their brothers and sisters, grandparents, and a great-grandparent where there
    /// is room.
    ///
    /// @param size at least 5
    private List<Place> generations(Dice dice, int size) {
        int grandparents = dice.between(1, 2);
        boolean great = size > 6 && dice.chance(0.4);
        int relatives = dice.below(Math.min(4, size - grandparents - 2));
        var children = children(dice, size - 1 - grandparents - relatives - (great ? 1 : 0));
        var places = new ArrayList<>(parents(dice, false, children.getFirst(), children.getLast()));
        int parent = (int) ChronoUnit.DAYS.between(places.getFirst().birth(), asOf);
        children.forEach(age -> places.add(place(either(dice, 0.25), sex(dice), age)));
        for (int i = 0; i < relatives; i++) {
            int age = Math.max(18 * LONG_YEAR, parent + dice.between(-10 * YEAR, 10 * YEAR));
            places.add(place(Role.RELATIVE, sex(dice), age));
        }
        int grandparent = Math.min(parent + dice.between(20 * YEAR, 32 * YEAR), 92 * YEAR);
        for (int i = 0; i < grandparents; i++) {
            places.add(place(Role.GRANDPARENT, i == 0 ? Sex.FEMALE : Sex.MALE, grandparent + dice.below(4 * YEAR)));
        }
        if (great) {
            places.add(place(Role.GRANDPARENT, sex(dice), Math.min(grandparent + 21 * YEAR, OLDEST)));
        }
        return places;
    }

    /// Ages in days, the eldest first; one birth in twenty is of twins.
    private static List<Integer> children(Dice dice, int count) {
        var ages = new ArrayList<Integer>(count);
        int youngest = dice.below(14 * YEAR);
        int age = youngest;
        for (int i = 0; i < count; i++) {
            ages.addFirst(age);
            age = Math.min(age + (dice.chance(0.05) ? 0 : 300 + dice.below(1300)), youngest + LONGEST_SPAN);
        }
        return ages;
    }

    private List<Place> parents(Dice dice, boolean both, int eldest, int youngest) {
        int room = Math.max(1, OLDEST_PARENT - YOUNGEST_PARENT - (eldest - youngest));
        var first = dice.chance(0.75) ? Sex.FEMALE : Sex.MALE;
        var one = place(Role.PARENT, first, eldest + YOUNGEST_PARENT + dice.below(room));
        return both
                ? List.of(one, place(Role.PARTNER, other(first), eldest + YOUNGEST_PARENT + dice.below(room)))
                : List.of(one);
    }

    private static Role either(Dice dice, double anothers) {
        return dice.chance(anothers) ? Role.STEPCHILD : Role.CHILD;
    }

    private Place place(Role role, Sex sex, int days) {
        return new Place(role, sex, asOf.minusDays(days));
    }

    private static Sex sex(Dice dice) {
        return dice.chance(0.505) ? Sex.FEMALE : Sex.MALE;
    }

    private static Sex other(Sex sex) {
        return sex == Sex.FEMALE ? Sex.MALE : Sex.FEMALE;
    }
}
