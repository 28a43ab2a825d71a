package org.kinmark.synthetic;

import java.util.Optional;
import org.kinmark.linkage.Sex;

/// The family names that one household's members bear: most share one, for reasons that differ.
final class FamilyNames {

    private static final double PARTNERS_SHARE = 0.68;
    private static final double NAMES_JOINED = 0.05;
    private static final double ANOTHER_FATHER = 0.14;
    private static final double RELATIVES_SHARE = 0.6;

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
        this.first = culture.familyName(dice);
        this.second = partner.familyName(dice);
        this.shared = couple && dice.chance(PARTNERS_SHARE) && culture.naming() == Naming.SHARED;
        this.firstTook = shared && first == Sex.FEMALE;
        this.children = childrens(couple, first);
    }

    private Surname childrens(boolean couple, Sex first) {
        if (culture.naming() == Naming.TWO_SURNAMES) {
            var father = first == Sex.MALE ? this.first : second;
            var mother = first == Sex.MALE ? second : this.first;
            return father.firstOfTwo().followedBy(mother.firstOfTwo());
        }
        if (shared) {
            return firstTook ? this.second : this.first;
        }
        if (dice.chance(couple ? 2 * NAMES_JOINED : NAMES_JOINED) && !this.first.isJoined() && !second.isJoined()) {
            return this.first.joinedWith(second);
        }
        return couple && first == Sex.FEMALE && dice.chance(0.7) ? second : this.first;
    }

    /// What somebody is called now.
    ///
    /// @param bearer the culture that somebody is of who is no relative
    Surname now(Role role, Culture bearer) {
        return switch (role) {
            case PARENT -> firstTook ? second : first;
            case PARTNER -> shared && !firstTook ? first : second;
            case CHILD -> dice.chance(ANOTHER_FATHER) ? anotherFathers() : children;
            case GRANDPARENT -> first;
            case LODGER, RESIDENT -> bearer.familyName(dice);
            case STEPCHILD -> anotherFathers();
            case RELATIVE -> dice.chance(RELATIVES_SHARE) ? first : bearer.familyName(dice);
        };
    }

    /// What somebody was called at birth.
    Surname atBirth(Role role, Sex sex, Surname now) {
        return switch (role) {
            case PARENT -> firstTook || sex == Sex.MALE || dice.chance(0.7) ? first : culture.familyName(dice);
            case PARTNER -> second;
            case GRANDPARENT -> sex == Sex.FEMALE ? culture.familyName(dice) : now;
            case CHILD, LODGER, STEPCHILD, RESIDENT -> now;
            case RELATIVE -> sex == Sex.FEMALE ? first : now;
        };
    }

    private Surname anotherFathers() {
        if (elsewhere.isEmpty() || dice.chance(0.3)) {
            elsewhere = Optional.of(culture.familyName(dice));
        }
        return elsewhere.get();
    }
}
