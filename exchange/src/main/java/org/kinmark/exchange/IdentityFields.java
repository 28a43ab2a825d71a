package org.kinmark.exchange;

import java.util.Optional;
import org.kinmark.linkage.NhsNumber;

/// Reads who a person is from a row of a file of ours, and counts the NHS Numbers that are none.
///
/// @param <C> the file's columns
final class IdentityFields<C extends Enum<C>> {

    private final C nhsNumber;
    private final C givenName;
    private final C familyName;
    private final C birthDate;
    private final C sex;
    private final C postcode;
    private int wrongNhsNumbers;

    IdentityFields(C nhsNumber, C givenName, C familyName, C birthDate, C sex, C postcode) {
        this.nhsNumber = nhsNumber;
        this.givenName = givenName;
        this.familyName = familyName;
        this.birthDate = birthDate;
        this.sex = sex;
        this.postcode = postcode;
    }

    Identity read(Row<C> row) {
        var typed = row.text(nhsNumber);
        var number = number(typed);
        if (number.isEmpty() && !typed.isEmpty()) {
            wrongNhsNumbers++;
        }
        return new Identity(
                number.orElse(null),
                row.text(givenName),
                row.text(familyName),
                row.date(birthDate).orElse(null),
                row.sex(sex),
                row.text(postcode));
    }

    /// How many of the rows read have an NHS Number whose check digit is wrong.
    int wrongNhsNumbers() {
        return wrongNhsNumbers;
    }

    private static Optional<NhsNumber> number(String typed) {
        return NhsNumber.parse(typed.replace('\u00A0', ' '));
    }
}
