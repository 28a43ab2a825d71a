package org.kinmark.synthetic;

import java.util.Optional;
import org.kinmark.linkage.Sex;

/// The family names that one household's members bear: most share one, for reasons that differ.
final class FamilyNames {

    private static final double PARTNERS_SHARE = 0.68;
    private static final double NAMES_JOINED = 0.05;
    private static final double ANOTHER_FATHER = 0.14;

    private final Culture culture;
    private final Dice dice;
    private final Surname first;
    private final Surname second;
    private final boolean shared;
    private final boolean firstTook;
    private final Surname children;
    private Optional<Surname> elsewhere = Optional.empty();

    /// @param first the first parent's sex, which tells whose name a couple shares
    /// @param couple whether there are two parents
    FamilyNames(Culture culture, Culture partner, Dice dice, Sex first, boolean couple) {
        this.culture = culture;
        this.dice = dice;
        this.first = culture.surnames().pick(dice);
        this.second = partner.surnames().pick(dice);
        this.shared = couple && dice.chance(PARTNERS_SHARE);
        this.firstTook = shared && first == Sex.FEMALE;
        this.children = childrens(couple, first);
    }

    private Surname childrens(boolean couple, Sex first) {
        if (shared) {
            return firstTook ? this.second : this.first;
        }
        if (dice.chance(couple ? 2 * NAMES_JOINED : NAMES_JOINED) && !this.first.isJoined() && !second.isJoined()) {
            return this.first.joinedWith(second);
        }
        return couple && first == Sex.FEMALE && dice.chance(0.7) ? second : this.first;
    }

    /// What somebody is called now.
    Surname now(Role role) {
        return switch (role) {
            case PARENT -> firstTook ? second : first;
            case PARTNER -> shared && !firstTook ? first : second;
            case CHILD -> dice.chance(ANOTHER_FATHER) ? anotherFathers() : children;
            case GRANDPARENT -> first;
            case LODGER -> culture.surnames().pick(dice);
        };
    }

    /// What somebody was called at birth.
    Surname atBirth(Role role, Sex sex, Surname now) {
        return switch (role) {
            case PARENT ->
                firstTook || sex == Sex.MALE || dice.chance(0.7)
                        ? first
                        : culture.surnames().pick(dice);
            case PARTNER -> second;
            case GRANDPARENT -> sex == Sex.FEMALE ? culture.surnames().pick(dice) : now;
            case CHILD, LODGER -> now;
        };
    }

    private Surname anotherFathers() {
        if (elsewhere.isEmpty() || dice.chance(0.3)) {
            elsewhere = Optional.of(culture.surnames().pick(dice));
        }
        return elsewhere.get();
    }
}
