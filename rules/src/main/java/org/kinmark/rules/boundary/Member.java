package org.kinmark.rules.boundary;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;

/// A row of a family, as far as the checks need to know it: never a name.
///
/// @param person which person of the family it is: rows with the same number are one person, entered twice
/// @param birthDate empty where it is not known
/// @param sex empty where it is not known
/// @param practice the ODS code of their own practice; empty where it is not known
public record Member(int person, Optional<LocalDate> birthDate, Optional<Sex> sex, Optional<String> practice) {

    /// Completed years; empty where the birth date is not known, or is later than the day and so cannot be right.
    ///
    /// @param day on which the years are counted
    OptionalInt age(LocalDate day) {
        return birthDate
                .filter(born -> !born.isAfter(day))
                .map(born -> OptionalInt.of((int) ChronoUnit.YEARS.between(born, day)))
                .orElse(OptionalInt.empty());
    }

    /// Says nothing about the person.
    @Override
    public String toString() {
        return "Member[hidden]";
    }
}
