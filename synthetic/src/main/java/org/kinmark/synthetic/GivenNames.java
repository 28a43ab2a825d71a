package org.kinmark.synthetic;

import java.util.List;
import java.util.TreeMap;

/// One culture's given names for one sex, by the year of birth where its fashions are known.
final class GivenNames {

    private static final int OFFSET = 8;
    private static final double RARE = 0.22;
    private static final int PAIRS_SINCE = 1996;
    private static final double PAIR = 0.05;

    private final TreeMap<Integer, Ranked<String>> since = new TreeMap<>();
    private final Ranked<String> rare;
    private final List<String> first;
    private final List<String> second;

    /// @param sex `female` or `male`, as the lists' keys begin
    GivenNames(WordLists lists, String sex) {
        lists.lists().forEach((key, names) -> {
            if (key.equals(sex)) {
                since.put(0, new Ranked<>(names, OFFSET));
            } else if (key.matches(sex + "-[0-9]{4}")) {
                since.put(Integer.parseInt(key.substring(sex.length() + 1)), new Ranked<>(names, OFFSET));
            }
        });
        this.rare = new Ranked<>(lists.list(sex + "-rare"), OFFSET);
        this.first = lists.list(sex + "-first");
        this.second = lists.list(sex + "-second");
    }

    String pick(Dice dice, int yearOfBirth) {
        if (!first.isEmpty() && yearOfBirth >= PAIRS_SINCE && dice.chance(PAIR)) {
            return dice.pick(first) + "-" + dice.pick(second);
        }
        if (!rare.isEmpty() && dice.chance(RARE)) {
            return rare.pick(dice);
        }
        var floor = since.floorEntry(yearOfBirth);
        return (floor == null ? since.firstEntry() : floor).getValue().pick(dice);
    }
}
