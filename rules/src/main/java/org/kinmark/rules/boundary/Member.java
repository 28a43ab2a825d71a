package org.kinmark.rules.boundary;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A row of a family, as far as the checks need to know it: never a name.
///
/// @param person which person it is: rows with the same number are one person, entered twice or in two families
/// @param birthDate empty where it is not known
/// @param sex empty where it is not known
/// @param practice the ODS code of their own practice; empty where it is not known
/// @param district the outward part of their postcode, such as `SE15`; empty where it is not known, or not to be
///     used
/// @param arrival since when the team has had them in this family
/// @param onlyTo the ids of the services to which they may be listed, where a family is asked about as it was last
///     time; empty where any may get them that could know them
public record Member(
        int person,
        Optional<LocalDate> birthDate,
        Optional<Sex> sex,
        Optional<String> practice,
        Optional<String> district,
        Arrival arrival,
        Optional<Set<String>> onlyTo) {

    public Member {
        onlyTo = onlyTo.map(Set::copyOf);
    }

    /// One who may be listed to any service that could know them.
    public Member(
            int person,
            Optional<LocalDate> birthDate,
            Optional<Sex> sex,
            Optional<String> practice,
            Optional<String> district,
            Arrival arrival) {
        this(person, birthDate, sex, practice, district, arrival, Optional.empty());
    }

    /// A member that the family first came with, of no known district.
    public Member(int person, Optional<LocalDate> birthDate, Optional<Sex> sex, Optional<String> practice) {
        this(person, birthDate, sex, practice, Optional.empty(), Arrival.WITH_THE_FAMILY);
    }

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
