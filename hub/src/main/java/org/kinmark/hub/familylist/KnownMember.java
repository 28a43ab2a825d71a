package org.kinmark.hub.familylist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person in a family, as the team knows them.
///
/// @param reference the team's own reference of the family
/// @param position of the family, in the order of import
/// @param person who it is to the checks: the same in two families, and for rows that are one person
/// @param nhsNumber ten digits; null where it is not known
/// @param sex `female`, `male`, `other` or `unknown`
/// @param shielded `yes`, `no`, or empty where nothing is said
/// @param cameWithFamily whether the family was imported with them
/// @param secondSource another organisation that knows them in this family; null where none is recorded
/// @param objected that they, or somebody for them, objected to the team, and it stands; null where nobody did
public record KnownMember(
        UUID family,
        String reference,
        int position,
        String personId,
        UUID person,
        @Nullable String nhsNumber,
        String givenName,
        String familyName,
        @Nullable LocalDate birthDate,
        String sex,
        String postcode,
        String gpPractice,
        String shielded,
        List<String> criteria,
        Instant addedAt,
        boolean cameWithFamily,
        @Nullable String secondSource,
        @Nullable Objected objected) {

    /// An objection to the team.
    ///
    /// @param by who said it, as the rules write it
    public record Objected(String by, Instant at) {}

    /// Hides the person and what the family is known for.
    @Override
    public String toString() {
        return "KnownMember[hidden]";
    }
}
