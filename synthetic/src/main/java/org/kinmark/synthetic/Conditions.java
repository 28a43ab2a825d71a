package org.kinmark.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What each service writes down about the health of a patient it holds.
final class Conditions {

    private static final double IN_ICD10 = 0.6;
    private static final int YEAR = 365;

    private final long seed;
    private final LocalDate asOf;
    private final Codes codes = new Codes();

    Conditions(long seed, LocalDate asOf) {
        this.seed = seed;
        this.asOf = asOf;
    }

    List<Condition> of(Patient patient, Service service) {
        var dice = Dice.of(seed, Purpose.CONDITIONS, patient.person().number(), service.index());
        var conditions = new ArrayList<Condition>(4);
        for (var episode : patient.episodes()) {
            switch (service.discipline()) {
                case GENERAL_PRACTICE -> atPractice(episode, dice, conditions);
                case ADULT_SOCIAL_CARE -> atSocialCare(episode, dice, conditions);
                case CAMHS, AMHS, DRUG_AND_ALCOHOL, COMMUNITY_HEALTH, HEALTH_VISITING ->
                    atSpecialist(episode, service.discipline(), dice, conditions);
            }
        }
        if (conditions.isEmpty() && service.discipline().keepsCaseload()) {
            conditions.add(closedCase(patient.person(), dice));
        }
        addEveryday(patient.person(), service.discipline(), dice, conditions);
        return conditions;
    }

    private void atPractice(Episode episode, Dice dice, List<Condition> conditions) {
        if (episode.atPractice()) {
            conditions.add(condition(codes.snomed(episode.problem(), dice), episode));
        }
    }

    private void atSpecialist(Episode episode, Discipline discipline, Dice dice, List<Condition> conditions) {
        if (!episode.atSpecialist() || episode.problem().specialist() != discipline) {
            return;
        }
        boolean icd10 = dice.chance(IN_ICD10);
        var code = icd10 ? codes.icd10(episode.problem(), dice) : codes.snomed(episode.problem(), dice);
        conditions.add(condition(code, episode));
        if (discipline.keepsCaseload()) {
            conditions.add(condition(Codes.OPEN_CASE, episode));
        }
    }

    private static void atSocialCare(Episode episode, Dice dice, List<Condition> conditions) {
        if (episode.problem() == Problem.ADULT_MENTAL_HEALTH && dice.chance(0.5)) {
            conditions.add(condition(Codes.MENTAL_HEALTH_SOCIAL_WORK, episode));
        }
    }

    private static Condition condition(Code code, Episode episode) {
        return new Condition(code, episode.since(), episode.until());
    }

    private Condition closedCase(Person person, Dice dice) {
        var closed = asOf.minusDays(30 + dice.below(6 * YEAR));
        var since = closed.minusDays(dice.below(300));
        return new Condition(Codes.OPEN_CASE, notBeforeBirth(since, person), notBeforeBirth(closed, person));
    }

    private void addEveryday(Person person, Discipline discipline, Dice dice, List<Condition> conditions) {
        if (discipline == Discipline.ADULT_SOCIAL_CARE) {
            conditions.add(everyday(Codes.OCCUPATIONAL_THERAPY, person, dice));
            return;
        }
        double more = discipline == Discipline.GENERAL_PRACTICE ? 0.4 : 0.15;
        while (dice.chance(more)) {
            conditions.add(everyday(codes.everyday(dice), person, dice));
        }
    }

    private Condition everyday(Code code, Person person, Dice dice) {
        int daysAgo = dice.below(8 * YEAR);
        var ended = dice.chance(0.3) ? asOf.minusDays(dice.below(daysAgo + 1)) : LocalDate.MAX;
        return new Condition(
                code,
                notBeforeBirth(asOf.minusDays(daysAgo), person),
                ended.equals(LocalDate.MAX) ? ended : notBeforeBirth(ended, person));
    }

    private static LocalDate notBeforeBirth(LocalDate date, Person person) {
        return date.isBefore(person.birth()) ? person.birth() : date;
    }
}
