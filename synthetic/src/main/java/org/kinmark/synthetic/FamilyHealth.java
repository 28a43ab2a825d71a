package org.kinmark.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The health of the programme's families: exactly as many have each problem as the programme's own figures say.
///
/// 71 % have some problem, adult mental health 46 %, child mental health 33 %, adult alcohol 14 %, child ADHD
/// 20 %. These are problems of now; some families have one of the past besides.
final class FamilyHealth {

    private static final double ANY = 0.71;
    private static final Map<Problem, Double> SHARES = new EnumMap<>(Map.of(
            Problem.ADULT_MENTAL_HEALTH, 0.46,
            Problem.CHILD_MENTAL_HEALTH, 0.33,
            Problem.ADULT_ALCOHOL, 0.14,
            Problem.CHILD_ADHD, 0.20));
    private static final Map<Problem, Double> BESIDES = new EnumMap<>(Map.of(
            Problem.ADULT_DRUGS, 0.07,
            Problem.PERINATAL_MENTAL_HEALTH, 0.25,
            Problem.LONG_TERM_CONDITION, 0.08));
    private static final double ANOTHER_MEMBER_TOO = 0.15;
    /// As a share of the families that have it now.
    private static final double PAST_TOO = 0.12;

    private final long seed;
    private final LocalDate asOf;
    private final Episodes episodes;
    private final List<Family> families;
    private final List<Registration> registrations;
    private final List<List<Episode>> found = new ArrayList<>();
    private final BitSet hasProblem = new BitSet();

    private FamilyHealth(Order order, Episodes episodes, List<Family> families, List<Registration> registrations) {
        this.seed = order.seed();
        this.asOf = order.asOf();
        this.episodes = episodes;
        this.families = families;
        this.registrations = registrations;
        registrations.forEach(_ -> found.add(new ArrayList<>(2)));
    }

    /// The episodes of each person, by number.
    ///
    /// @param registrations each person's, by number
    static List<List<Episode>> of(
            Order order, Episodes episodes, List<Family> families, List<Registration> registrations) {
        var health = new FamilyHealth(order, episodes, families, registrations);
        health.assign();
        return health.found;
    }

    private void assign() {
        var ill = chosen(families, ANY * families.size(), 0);
        SHARES.forEach((problem, share) -> {
            var eligible =
                    ill.stream().filter(family -> anyFits(problem, family)).toList();
            var having = chosen(eligible, share * families.size(), problem.number());
            having.forEach(family -> give(problem, family));
        });
        for (var family : ill) {
            var dice = Dice.of(seed, Purpose.HEALTH, -2, family.index());
            BESIDES.forEach((problem, chance) -> {
                if (dice.chance(chance) && anyFits(problem, family)) {
                    give(problem, family);
                }
            });
            if (!hasProblem.get(family.index())) {
                give(Problem.LONG_TERM_CONDITION, family);
            }
        }
        families.forEach(this::addPast);
    }

    private List<Family> chosen(List<Family> from, double wanted, int which) {
        int count = (int) Math.min(Math.round(wanted), from.size());
        var taken = Dice.of(seed, Purpose.HEALTH, -3, which).choose(count, from.size());
        var chosen = new ArrayList<Family>(count);
        for (int i = 0; i < taken.length; i++) {
            if (taken[i]) {
                chosen.add(from.get(i));
            }
        }
        return chosen;
    }

    private boolean anyFits(Problem problem, Family family) {
        return !fitting(problem, family).isEmpty();
    }

    private List<Person> fitting(Problem problem, Family family) {
        var household = family.people();
        return household.stream()
                .filter(person -> problem.fits(person, household, asOf))
                .toList();
    }

    private void give(Problem problem, Family family) {
        hasProblem.set(family.index());
        var dice = Dice.of(seed, Purpose.HEALTH, problem.number(), family.index());
        var fitting = fitting(problem, family);
        var one = dice.pick(fitting);
        for (var person : fitting) {
            if (person.equals(one) || dice.chance(ANOTHER_MEMBER_TOO)) {
                record(episodes.now(problem, person, isRegistered(person), dice), person);
            }
        }
    }

    private void addPast(Family family) {
        var dice = Dice.of(seed, Purpose.HEALTH, -40, family.index());
        SHARES.forEach((problem, share) -> {
            var fitting = fitting(problem, family);
            if (!fitting.isEmpty() && dice.chance(PAST_TOO * share)) {
                var person = dice.pick(fitting);
                record(episodes.past(problem, person, isRegistered(person), dice), person);
            }
        });
    }

    private boolean isRegistered(Person person) {
        return registrations.get(person.number()).practice() != Patient.NO_PRACTICE;
    }

    private void record(Episode episode, Person person) {
        found.get(person.number()).add(episode);
    }
}
