package org.kinmark.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Invents the programme's families, in order, with a few people who are in two families or entered twice in one.
final class Families {

    /// Of ten thousand families, how many have one row, two, and so on to nine: a mean of 3.15.
    private static final int[] SIZES = {1000, 2645, 2800, 1955, 1000, 350, 150, 60, 40};

    /// The same where households are of other sizes: a mean of 4.31.
    private static final int[] OTHER_SIZES = {1400, 1300, 1300, 1400, 1400, 1200, 1000, 600, 400};

    private static final double ENTERED_TWICE = 0.009;
    private static final double CHILD_OF_TWO_HOUSEHOLDS = 0.02;

    private final long seed;
    private final LocalDate asOf;
    private final Households households;
    private final List<Family> families = new ArrayList<>();
    private int people;
    private int ids;

    private Families(long seed, LocalDate asOf, Households households) {
        this.seed = seed;
        this.asOf = asOf;
        this.households = households;
    }

    /// As many families as were ordered; their people are numbered from 0 without gaps.
    static List<Family> invent(Order order, Households households) {
        var inventing = new Families(order.seed(), order.asOf(), households);
        for (int size : sizes(order)) {
            inventing.add(size, order.practices());
        }
        return inventing.families;
    }

    /// As many families of each size as the shares say, so that a small area has the mean of a large one.
    private static List<Integer> sizes(Order order) {
        int count = order.families();
        var shares = order.kind().has(Trait.OTHER_HOUSEHOLDS) ? OTHER_SIZES : SIZES;
        var sizes = new ArrayList<Integer>(count);
        for (int i = 0; i < count; i++) {
            double place = (i + 0.5) / count * 10_000;
            int size = 1;
            for (double upTo = shares[0]; place >= upTo && size < shares.length; upTo += shares[size - 1]) {
                size++;
            }
            sizes.add(size);
        }
        Dice.of(order.seed(), Purpose.FAMILY_SIZE, 0).shuffle(sizes);
        return sizes;
    }

    private void add(int size, int practices) {
        int index = families.size();
        var dice = Dice.of(seed, Purpose.REGISTRATION, -1, index);
        int practice = dice.below(practices);
        boolean twice = size > 1 && dice.chance(ENTERED_TWICE);
        var child = !twice && size > 1 && dice.chance(CHILD_OF_TWO_HOUSEHOLDS)
                ? childOfTheFamilyBefore()
                : Optional.<Member>empty();
        int alone = twice || child.isPresent() ? size - 1 : size;
        var members = new ArrayList<Member>(size);
        for (var person : households.family(index, alone, practice, people)) {
            members.add(new Member(nextId(), person, 0));
            people++;
        }
        if (twice) {
            members.add(new Member(nextId(), dice.pick(members).person(), 1));
        }
        child.ifPresent(members::add);
        families.add(new Family(index, "F%06d".formatted(index + 1), practice, List.copyOf(members)));
    }

    /// A child who lives there; not one who is in two families already.
    private Optional<Member> childOfTheFamilyBefore() {
        if (families.isEmpty()) {
            return Optional.empty();
        }
        var before = families.getLast();
        return before.members().stream()
                .filter(member -> before.livesHere(member.person()))
                .filter(member -> member.person().age(asOf) < 18)
                .findFirst();
    }

    private String nextId() {
        return "P%07d".formatted(++ids);
    }
}
