package org.kinmark.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// When problems began and ended, and who wrote them down.
final class Episodes {

    private static final int WINDOW_DAYS = 690;
    private static final int YEAR = 365;
    private static final Problem[] PROBLEMS = Problem.values();

    private final long seed;
    private final LocalDate asOf;

    Episodes(long seed, LocalDate asOf) {
        this.seed = seed;
        this.asOf = asOf;
    }

    /// The health of somebody at large.
    List<Episode> atLarge(Person person, List<Person> household) {
        var dice = Dice.of(seed, Purpose.HEALTH, person.number());
        var episodes = new ArrayList<Episode>(2);
        for (var problem : PROBLEMS) {
            if (dice.chance(problem.background()) && problem.fits(person, household, asOf)) {
                episodes.add(dice.chance(0.7) ? now(problem, person, true, dice) : past(problem, person, true, dice));
            }
        }
        return episodes;
    }

    /// A problem that somebody has now, within the time that the agreement asks about. Somebody has written it down.
    Episode now(Problem problem, Person person, boolean registered, Dice dice) {
        int days = problem.lately() ? dice.below(WINDOW_DAYS) : dice.below(10 * YEAR);
        return recorded(problem, since(days, person), LocalDate.MAX, registered, dice);
    }

    /// A problem of the past: over, or out of the time that the agreement asks about.
    Episode past(Problem problem, Person person, boolean registered, Dice dice) {
        int days = 800 + dice.below(8 * YEAR);
        var since = since(days, person);
        long lasted = Math.max(1, asOf.toEpochDay() - since.toEpochDay());
        boolean over = !problem.lately() || dice.chance(0.6) || lasted < 800;
        var until = over ? since.plusDays((long) (dice.share() * lasted)) : LocalDate.MAX;
        return recorded(problem, since, until, registered, dice);
    }

    private Episode recorded(Problem problem, LocalDate since, LocalDate until, boolean registered, Dice dice) {
        boolean atSpecialist = !registered || dice.chance(problem.specialist() == Discipline.CAMHS ? 0.6 : 0.4);
        boolean atPractice = registered && (!atSpecialist || dice.chance(0.7));
        return new Episode(problem, since, until, atPractice, atSpecialist);
    }

    private LocalDate since(int daysAgo, Person person) {
        var since = asOf.minusDays(daysAgo);
        return since.isBefore(person.birth()) ? person.birth() : since;
    }
}
