package org.kinmark.synthetic;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.kinmark.linkage.Sex;

/// A health problem that the agreement asks about.
enum Problem {
    ADULT_MENTAL_HEALTH(Ages.ADULTS, Discipline.AMHS, true, 0.12),
    CHILD_MENTAL_HEALTH(Ages.FIVE_TO_SEVENTEEN, Discipline.CAMHS, true, 0.06),
    ADULT_ALCOHOL(Ages.ADULTS, Discipline.DRUG_AND_ALCOHOL, true, 0.018),
    ADULT_DRUGS(Ages.ADULTS, Discipline.DRUG_AND_ALCOHOL, true, 0.006),
    CHILD_ADHD(Ages.FOUR_TO_SEVENTEEN, Discipline.CAMHS, false, 0.03),
    PERINATAL_MENTAL_HEALTH(Ages.EIGHTEEN_TO_FIFTY, Discipline.AMHS, true, 0.12),
    LONG_TERM_CONDITION(Ages.ALL, Discipline.COMMUNITY_HEALTH, false, 0.02);

    private final Ages ages;
    private final Discipline specialist;
    private final boolean lately;
    private final double background;

    /// @param lately whether the agreement asks about the last two years only
    /// @param background the share of people at large, among those whom it fits
    Problem(Ages ages, Discipline specialist, boolean lately, double background) {
        this.ages = ages;
        this.specialist = specialist;
        this.lately = lately;
        this.background = background;
    }

    /// A number of its own, which hangs on the name and not on the order.
    int number() {
        return name().hashCode();
    }

    /// Who treats it besides the practice.
    Discipline specialist() {
        return specialist;
    }

    boolean lately() {
        return lately;
    }

    double background() {
        return background;
    }

    /// As `codes.csv` writes it.
    String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether somebody can have it, being who they are and living with whom they live.
    boolean fits(Person person, List<Person> household, LocalDate asOf) {
        return ages.hold(person.age(asOf)) && (this != PERINATAL_MENTAL_HEALTH || isNewMother(person, household, asOf));
    }

    private static boolean isNewMother(Person person, List<Person> household, LocalDate asOf) {
        if (person.sex() != Sex.FEMALE) {
            return false;
        }
        for (var other : household) {
            if (other.age(asOf) < 2) {
                return true;
            }
        }
        return false;
    }
}
