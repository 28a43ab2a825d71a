package org.kinmark.exchange;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kinmark.linkage.NhsNumber;
import org.kinmark.linkage.Sex;

/// Who a person is, enough to find them in a register and no more.
///
/// @param nhsNumber null where it is missing or its check digit is wrong
/// @param givenName as imported, trimmed; empty where it is missing, and so the next
/// @param birthDate null where it is missing
/// @param sex unknown where it is missing
public record Identity(
        @Nullable NhsNumber nhsNumber,
        String givenName,
        String familyName,
        @Nullable LocalDate birthDate,
        Sex sex,
        String postcode) {

    /// Hides the person, so that a stray log line cannot identify anyone.
    @Override
    public String toString() {
        return "Identity[hidden]";
    }
}
