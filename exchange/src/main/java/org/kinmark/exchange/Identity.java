package org.kinmark.exchange;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kinmark.linkage.Column;
import org.kinmark.linkage.NhsNumber;
import org.kinmark.linkage.Records;
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

    /// What an identity can be compared by.
    public static final Set<Column> COMPARED = Set.of(
            Column.NHS_NUMBER, Column.GIVEN_NAME, Column.FAMILY_NAME, Column.BIRTH_DATE, Column.SEX, Column.POSTCODE);

    /// Adds this person as one more record of a file whose people belong to families.
    public void addTo(Records.Builder records, String family) {
        records.set(Column.NHS_NUMBER, nhsNumber == null ? "" : nhsNumber.digits())
                .set(Column.GIVEN_NAME, givenName)
                .set(Column.FAMILY_NAME, familyName)
                .set(Column.BIRTH_DATE, Objects.toString(birthDate, ""))
                .set(Column.SEX, sex.written())
                .set(Column.POSTCODE, postcode)
                .family(family)
                .end();
    }

    /// Hides the person, so that a stray log line cannot identify anyone.
    @Override
    public String toString() {
        return "Identity[hidden]";
    }
}
