package org.kinmark.rules.boundary;

import java.time.LocalDate;
import java.util.Optional;

/// A health issue that the agreement asks about, as far as the checks need to know it.
///
/// @param id opaque; no two indicators of an agreement share one
/// @param group such as mental health: what indicators have in common
/// @param ages whom it concerns
/// @param sex whom it concerns; empty where anybody
public record Indicator(String id, String group, AgeRange ages, Optional<Sex> sex) {

    /// Whether the member could be one whom it concerns. A member without a birth date explains nothing; one whose sex
    /// is not known fits no indicator for one sex.
    public boolean fits(Member member, LocalDate asOf) {
        var age = member.age(asOf);
        return age.isPresent() && ages.includes(age) && (sex.isEmpty() || sex.equals(member.sex()));
    }
}
