package org.kinmark.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kinmark.linkage.Sex;

/// Invents households: who lives in them, where, and what they are called. The same number, the same household.
final class Households {

    private static final double MIXED = 0.08;
    private static final int YOUNGEST_FATHER = 16;
    private static final double NAMED_AFTER_PARENT = 0.03;
    private static final double OFTEN_NAMED_AFTER_PARENT = 0.12;
    private static final double SECOND_NAME = 0.7;
    /// Of grown-up people: where nobody knows the day, offices everywhere write this one.
    private static final double BORN_ON_FIRST_OF_JANUARY = 0.06;

    private final long seed;
    private final Kind kind;
    private final LocalDate asOf;
    private final Cultures cultures;
    private final Postcodes postcodes;
    private final Compositions compositions;
    private final double namedAfterParent;

    Households(long seed, Kind kind, LocalDate asOf, Postcodes postcodes) {
        this.seed = seed;
        this.kind = kind;
        this.asOf = asOf;
        this.cultures = new Cultures(seed, kind);
        this.postcodes = postcodes;
        this.compositions = Compositions.of(kind, asOf);
        this.namedAfterParent = kind.has(Trait.OTHER_HOUSEHOLDS) ? OFTEN_NAMED_AFTER_PARENT : NAMED_AFTER_PARENT;
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
            var bearer = switch (place.role()) {
                case PARTNER -> partners;
                case RESIDENT -> cultures.of(dice, postcodes.sector(postcode));
                case PARENT, CHILD, GRANDPARENT, LODGER, STEPCHILD, RELATIVE -> culture;
            };
            var address = place.role() == Role.RESIDENT ? home.from(postcodes.written(postcodes.anywhere(dice))) : home;
            people.add(person(dice, place, names, bearer, address, firstNumber + people.size(), people));
        }
        return people;
    }

    private Person person(
            Dice dice, Place place, FamilyNames names, Culture culture, Home home, int number, List<Person> before) {
        int year = place.birth().getYear();
        var now = familyName(place, names, culture, before);
        var atBirth = names.atBirth(place.role(), place.sex(), now);
        var given = given(dice, place, culture, before);
        var second = dice.chance(SECOND_NAME) ? cultures.given(culture, dice, place.sex(), year) : "";
        return new Person(
                number,
                given,
                second.equals(given) ? "" : second,
                now.of(place.sex()),
                atBirth.of(place.sex()),
                now.of(place.sex() == Sex.FEMALE ? Sex.MALE : Sex.FEMALE),
                birth(dice, place.birth()),
                place.sex(),
                home);
    }

    private static Surname familyName(Place place, FamilyNames names, Culture culture, List<Person> before) {
        var name = names.now(place.role(), culture);
        if (place.role() == Role.CHILD && culture.naming() == Naming.PATRONYMIC) {
            for (var other : before) {
                if (other.sex() == Sex.MALE && Ages.between(other.birth(), place.birth()) >= YOUNGEST_FATHER) {
                    return new Surname(other.given(), other.given());
                }
            }
        }
        return name;
    }

    private LocalDate birth(Dice dice, LocalDate birth) {
        return kind.has(Trait.OTHER_SLIPS) && Ages.ADULTS.hold(birth, asOf) && dice.chance(BORN_ON_FIRST_OF_JANUARY)
                ? birth.withDayOfYear(1)
                : birth;
    }

    /// A child may be named after a parent, and no two children of a family have one name.
    private String given(Dice dice, Place place, Culture culture, List<Person> before) {
        if (place.role() != Role.CHILD && place.role() != Role.STEPCHILD) {
            return cultures.given(culture, dice, place.sex(), place.birth().getYear());
        }
        if (place.sex() == Sex.MALE && dice.chance(namedAfterParent)) {
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
