package org.kinmark.hub.familylist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.Identity;

/// Names and birth date, as far as they can be compared.
///
/// @param names given and family name, letters and digits alone
record NameAndBirth(FullName names, LocalDate born) {

    /// A given and a family name.
    record FullName(String given, String family) {

        @Override
        public String toString() {
            return "FullName[hidden]";
        }
    }

    /// Null where any of them is missing.
    static @Nullable NameAndBirth of(Identity identity) {
        var given = SamePerson.written(identity.givenName());
        var family = SamePerson.written(identity.familyName());
        var born = identity.birthDate();
        return given.isEmpty() || family.isEmpty() || born == null
                ? null
                : new NameAndBirth(new FullName(given, family), born);
    }

    @Override
    public String toString() {
        return "NameAndBirth[hidden]";
    }
}
