package org.kinmark.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Why a family is in the council's programme.
enum Criteria {
    CRIME_ANTISOCIAL_BEHAVIOUR(0.35, 10, 120),
    SCHOOL_ATTENDANCE(0.48, 5, 17),
    CHILDREN_NEED_HELP(0.55, 0, 17),
    WORKLESSNESS(0.5, 18, 66),
    DOMESTIC_ABUSE(0.3, 0, 120);

    private final double share;
    private final int from;
    private final int to;

    /// @param from the ages in whose row it stands, to `to`
    Criteria(double share, int from, int to) {
        this.share = share;
        this.from = from;
        this.to = to;
    }

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Each row's criteria; the family's are their union, and there is at least one.
    ///
    /// @param ages each row's
    static List<List<Criteria>> draw(Dice dice, List<Integer> ages) {
        var rows = new ArrayList<List<Criteria>>();
        ages.forEach(_ -> rows.add(new ArrayList<>(2)));
        boolean any = false;
        for (var criterion : values()) {
            if (dice.chance(criterion.share)) {
                any |= criterion.addTo(rows, ages, dice);
            }
        }
        while (!any) {
            any = dice.pick(List.of(values())).addTo(rows, ages, dice);
        }
        return rows;
    }

    /// Gives it to one row that can bear it, and now and then to others too; says whether there was one.
    private boolean addTo(List<List<Criteria>> rows, List<Integer> ages, Dice dice) {
        var bearers = new ArrayList<List<Criteria>>();
        for (int i = 0; i < rows.size(); i++) {
            if (ages.get(i) >= from && ages.get(i) <= to) {
                bearers.add(rows.get(i));
            }
        }
        if (bearers.isEmpty()) {
            return false;
        }
        var one = dice.below(bearers.size());
        for (int i = 0; i < bearers.size(); i++) {
            if (i == one || dice.chance(0.25)) {
                bearers.get(i).add(this);
            }
        }
        return true;
    }
}
