package org.kinmark.synthetic;

import java.util.List;

/// One culture's family names: a list of the common ones, and a long tail put together from beginnings and endings.
final class Surnames {

    private static final int COMMON_OFFSET = 12;
    private static final int TAIL_OFFSET = 40;
    private static final double ONE_OF_FEW = 0.5;

    private final Ranked<Surname> common;
    private final Ranked<String> starts;
    private final Ranked<Surname> ends;
    private final double tail;
    private final List<Surname> few;

    /// @param few names that half of the people bear instead; empty where none are
    Surnames(WordLists lists, List<Surname> few) {
        this.common = new Ranked<>(surnames(lists.list("surname")), COMMON_OFFSET);
        this.starts = new Ranked<>(lists.list("start"), TAIL_OFFSET);
        this.ends = new Ranked<>(surnames(lists.list("end")), TAIL_OFFSET);
        this.tail = starts.isEmpty() ? 0 : lists.number("tail") / 100.0;
        this.few = few;
    }

    Surname pick(Dice dice) {
        if (!few.isEmpty() && dice.chance(ONE_OF_FEW)) {
            return dice.pick(few);
        }
        if (!dice.chance(tail)) {
            return common.pick(dice);
        }
        var start = starts.pick(dice);
        var end = ends.pick(dice);
        return new Surname(start + end.male(), start + end.female());
    }

    private static List<Surname> surnames(List<String> written) {
        return written.stream().map(Surname::parse).toList();
    }
}
