package org.kinmark.marker;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.Agreement;
import org.kinmark.exchange.Identity;
import org.kinmark.exchange.Indicator;
import org.kinmark.linkage.Sex;

/// Whether what is in a patient's record meets what was agreed.
///
/// Source: interim guidance, recommended approach, steps 1 and 3.
final class Reasons {

    private final Agreement agreement;
    private final LocalDate asOf;

    Reasons(Agreement agreement, LocalDate asOf) {
        this.agreement = agreement;
        this.asOf = asOf;
    }

    /// Every agreed code that counts, in the agreement's order of indicators, then by date and code; the same code on
    /// the same day once.
    ///
    /// @param listed who the person is by the list, for what the register does not say
    List<Reason> of(Identity listed, Identity registered, List<Condition> conditions) {
        var birthDate = registered.birthDate() != null ? registered.birthDate() : listed.birthDate();
        var sex = registered.sex() != Sex.UNKNOWN ? registered.sex() : listed.sex();
        return agreement.indicators().stream()
                .filter(indicator -> fits(indicator, birthDate, sex))
                .flatMap(indicator -> conditions.stream()
                        .filter(condition -> meets(condition, indicator))
                        .map(condition -> new Reason(indicator, condition.code(), condition.recordedOn()))
                        .distinct()
                        .sorted(Comparator.comparing(Reason::recordedOn)
                                .thenComparing(reason -> reason.code().written())))
                .toList();
    }

    /// A birth date or sex that is missing fits no bound.
    private boolean fits(Indicator indicator, @Nullable LocalDate birthDate, Sex sex) {
        var min = indicator.minAge();
        var max = indicator.maxAge();
        boolean rightSex = indicator.sex() == null || indicator.sex() == sex;
        if (min == null && max == null) {
            return rightSex;
        }
        if (birthDate == null || birthDate.isAfter(asOf)) {
            return false;
        }
        int age = Period.between(birthDate, asOf).getYears();
        return rightSex && (min == null || age >= min) && (max == null || age <= max);
    }

    private boolean meets(Condition condition, Indicator indicator) {
        var months = indicator.withinMonths();
        var ended = condition.endedOn();
        return indicator.codes().contains(condition.code())
                && !condition.recordedOn().isAfter(asOf)
                && (months == null || !condition.recordedOn().isBefore(asOf.minusMonths(months)))
                && (ended == null || !ended.isBefore(asOf));
    }
}
