package org.kinmark.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kinmark.linkage.Sex;

/// The usual households of a town: how many live together, how old, and who is whose parent.
///
/// Ages are kept in days. A parent's bounds use years of 366 and of 365 days, so that nobody is a parent before 16 or
/// after 45, whatever the leap years.
final class UsualCompositions implements Compositions {

    private static final int LONG_YEAR = 366;
    private static final int YEAR = 365;
    private static final int YOUNGEST_PARENT = 16 * LONG_YEAR;
    private static final int OLDEST_PARENT = 45 * YEAR;
    private static final int LONGEST_SPAN = 22 * YEAR;

    private final LocalDate asOf;

    UsualCompositions(LocalDate asOf) {
        this.asOf = asOf;
    }

    /// Most have children, many have one parent.
    @Override
    public List<Place> family(Dice dice, int size) {
        if (size == 1) {
            return List.of(
                    dice.chance(0.3)
                            ? place(Role.CHILD, sex(dice), dice.between(9 * LONG_YEAR, 18 * YEAR - 1))
                            : place(Role.PARENT, sex(dice), dice.between(18 * LONG_YEAR, 60 * YEAR)));
        }
        int parents = dice.chance(size == 2 ? 0.12 : Math.min(0.3 + 0.06 * size, 0.75)) ? 2 : 1;
        boolean grandparent = size - parents > 1 && dice.chance(0.07);
        int children = size - parents - (grandparent ? 1 : 0);
        return children == 0 ? couple(dice, 40) : withChildren(dice, parents, children, grandparent, 0.1);
    }

    @Override
    public List<Place> household(Dice dice) {
        double kind = dice.share();
        if (kind < 0.31) {
            return List.of(place(Role.PARENT, sex(dice), adult(dice)));
        }
        if (kind < 0.63) {
            return couple(dice, 68);
        }
        if (kind < 0.69) {
            return lodgers(dice);
        }
        boolean both = kind < 0.93;
        int children = 1 + (dice.chance(0.55) ? 1 : 0) + (dice.chance(0.2) ? 1 : 0) + (dice.chance(0.06) ? 2 : 0);
        return withChildren(dice, both ? 2 : 1, children, dice.chance(0.06), 0.3);
    }

    private List<Place> couple(Dice dice, int years) {
        int first = 20 * LONG_YEAR + dice.below(years * YEAR);
        int second = Math.max(18 * LONG_YEAR, first + dice.between(-6 * YEAR, 6 * YEAR));
        var sex = sex(dice);
        var partner = dice.chance(0.97) ? other(sex) : sex;
        return List.of(place(Role.PARENT, sex, first), place(Role.PARTNER, partner, second));
    }

    private List<Place> lodgers(Dice dice) {
        var places = new ArrayList<Place>();
        int count = dice.between(2, 5);
        for (int i = 0; i < count; i++) {
            places.add(place(Role.LODGER, sex(dice), dice.between(18 * LONG_YEAR, 38 * YEAR)));
        }
        return places;
    }

    /// @param grownUp the chance that the children are some years older, the eldest perhaps of age
    private List<Place> withChildren(Dice dice, int parents, int children, boolean grandparent, double grownUp) {
        var younger = new int[children];
        for (int i = 1; i < children; i++) {
            int gap = dice.chance(0.03) ? 0 : 320 + dice.below(1300);
            younger[i] = Math.min(younger[i - 1] + gap, LONGEST_SPAN);
        }
        int span = younger[children - 1];
        int youngest = dice.below(Math.max(YEAR, 18 * YEAR - 180 - span)) + (dice.chance(grownUp) ? 4 * YEAR : 0);
        int eldest = youngest + span;
        int room = OLDEST_PARENT - YEAR - YOUNGEST_PARENT - span;
        int mother = eldest + YOUNGEST_PARENT + (dice.below(room) + dice.below(room)) / 2;
        int father = Math.clamp(
                mother + dice.between(-3 * YEAR, 8 * YEAR), eldest + YOUNGEST_PARENT, youngest + OLDEST_PARENT);
        var places = new ArrayList<Place>();
        boolean motherFirst = parents == 1 ? dice.chance(0.88) : dice.chance(0.5);
        addParents(places, parents, motherFirst, mother, father);
        for (int age : younger) {
            places.add(place(Role.CHILD, sex(dice), eldest - age));
        }
        if (grandparent) {
            int age = Math.min((motherFirst ? mother : father) + dice.between(20 * YEAR, 35 * YEAR), 98 * YEAR);
            places.add(place(Role.GRANDPARENT, sex(dice), age));
        }
        return places;
    }

    private void addParents(List<Place> places, int parents, boolean motherFirst, int mother, int father) {
        var first = motherFirst ? Sex.FEMALE : Sex.MALE;
        places.add(place(Role.PARENT, first, motherFirst ? mother : father));
        if (parents == 2) {
            places.add(place(Role.PARTNER, other(first), motherFirst ? father : mother));
        }
    }

    private Place place(Role role, Sex sex, int days) {
        return new Place(role, sex, asOf.minusDays(days));
    }

    private static int adult(Dice dice) {
        return dice.chance(0.35) ? dice.between(19 * YEAR, 60 * YEAR) : dice.between(50 * YEAR, 92 * YEAR);
    }

    private static Sex sex(Dice dice) {
        return dice.chance(0.505) ? Sex.FEMALE : Sex.MALE;
    }

    private static Sex other(Sex sex) {
        return sex == Sex.FEMALE ? Sex.MALE : Sex.FEMALE;
    }
}
