package org.kinmark.exchange;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kinmark.linkage.Sex;
import org.kinmark.rules.boundary.ServiceKind;

/// One person of a family that a round asked about, as listed to a kind of service, and one indicator of the
/// agreement.
///
/// @param round the team's own name for it
/// @param asOf the day on which ages are counted
/// @param familyId the team's own reference
/// @param personId one for each person, in whichever families
/// @param birthDate null where it is missing
/// @param sex unknown where it is missing
/// @param ofTheCouncil whether the service is a unit of the team's own council
/// @param minAge in completed years, inclusive; null where the indicator has no limit, and so the next
/// @param indicatorSex null where the indicator is for everyone
/// @param mark what came back for the family
public record HeldRow(
        String round,
        LocalDate asOf,
        String familyId,
        String personId,
        @Nullable LocalDate birthDate,
        Sex sex,
        ServiceKind kind,
        boolean ofTheCouncil,
        String indicator,
        @Nullable Integer minAge,
        @Nullable Integer maxAge,
        @Nullable Sex indicatorSex,
        boolean mark) {

    /// Hides the person and the mark.
    @Override
    public String toString() {
        return "HeldRow[hidden]";
    }
}
