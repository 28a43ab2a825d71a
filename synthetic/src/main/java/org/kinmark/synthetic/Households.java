package org.kinmark.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kinmark.linkage.Sex;

/// Invents households: who lives in them, where, and what they are called. The same number, the same household.
final class Households {

    private static final double MIXED = 0.08;
    private static final double NAMED_AFTER_PARENT = 0.03;
    private static final double SECOND_NAME = 0.7;

    private final long seed;
    private final Cultures cultures;
    private final Postcodes postcodes;
    private final Compositions compositions;

    Households(long seed, LocalDate asOf, Postcodes postcodes) {
        this.seed = seed;
        this.cultures = new Cultures(seed);
        this.postcodes = postcodes;
        this.compositions = new Compositions(asOf);
    }

    /// A family of exactly `size` people.
    ///
    /// @param practice the practice near which they live, from 0
    /// @param firstNumber the first person's number; the others follow
    List<Person> family(long household, int size, int practice, int firstNumber) {
        var dice = Dice.of(seed, Purpose.FAMILY, household);
        return people(dice, compositions.family(dice, size), household, practice, firstNumber);
    }

    /// A household of the area at large.
    List<Person> atLarge(long household, int practice, int firstNumber) {
        var dice = Dice.of(seed, Purpose.HOUSEHOLD, household);
        return people(dice, compositions.household(dice), household, practice, firstNumber);
    }

    private List<Person> people(Dice dice, List<Place> places, long household, int practice, int firstNumber) {
        int postcode = postcodes.near(practice, dice);
        var home = new Home(household, postcodes.written(postcode), postcodes.written(postcodes.anywhere(dice)));
        var culture = cultures.of(dice, postcodes.sector(postcode));
        var partners = dice.chance(MIXED) ? cultures.of(dice, postcodes.sector(postcode)) : culture;
        boolean couple = places.size() > 1 && places.get(1).role() == Role.PARTNER;
        var names = new FamilyNames(culture, partners, dice, places.getFirst().sex(), couple);
        var people = new ArrayList<Person>(places.size());
        for (var place : places) {
            var bearer = place.role() == Role.PARTNER ? partners : culture;
            people.add(person(dice, place, names, bearer, home, firstNumber + people.size(), people));
        }
        return people;
    }

    private Person person(
            Dice dice, Place place, FamilyNames names, Culture culture, Home home, int number, List<Person> before) {
        int year = place.birth().getYear();
        var now = names.now(place.role());
        var atBirth = names.atBirth(place.role(), place.sex(), now);
        var given = given(dice, place, culture, before);
        var second = dice.chance(SECOND_NAME) ? cultures.given(culture, dice, place.sex(), year) : "";
        return new Person(
                number,
                given,
                second.equals(given) ? "" : second,
                now.of(place.sex()),
                atBirth.of(place.sex()),
                place.birth(),
                place.sex(),
                home);
    }

    /// A child may be named after a parent, and no two children of a family have one name.
    private String given(Dice dice, Place place, Culture culture, List<Person> before) {
        if (place.role() != Role.CHILD) {
            return cultures.given(culture, dice, place.sex(), place.birth().getYear());
        }
        if (place.sex() == Sex.MALE && dice.chance(NAMED_AFTER_PARENT)) {
            for (var other : before) {
                if (other.sex() == Sex.MALE) {
                    return other.given();
                }
            }
        }
        String given;
        do {
            given = cultures.given(culture, dice, place.sex(), place.birth().getYear());
        } while (isTaken(given, before));
        return given;
    }

    private static boolean isTaken(String given, List<Person> before) {
        for (var other : before) {
            if (other.given().equals(given)) {
                return true;
            }
        }
        return false;
    }
}
