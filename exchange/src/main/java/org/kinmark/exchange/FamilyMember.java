package org.kinmark.exchange;

import java.util.Set;

/// One row of the team's own file: one person in one family.
///
/// @param familyId the team's own reference
/// @param personId may be in two families
/// @param gpPractice an ODS code, or empty
/// @param criteria of this row; the family's are those of all its rows
public record FamilyMember(
        String familyId,
        String personId,
        Identity identity,
        String gpPractice,
        Shielded shielded,
        Set<Criterion> criteria) {

    /// Hides the person and what the family is known for.
    @Override
    public String toString() {
        return "FamilyMember[hidden]";
    }
}
