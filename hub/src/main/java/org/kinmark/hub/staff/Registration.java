package org.kinmark.hub.staff;

import java.util.Optional;

/// A professional's registration, with the body that keeps the register: "GMC 7654321".
final class Registration {

    private static final int LONGEST = 60;

    private Registration() {}

    /// As it is kept: without needless space.
    ///
    /// @return empty where it is none: without a digit, too long, or with something else than letters, digits,
    ///     spaces, hyphens, full stops and slashes
    static Optional<String> of(String typed) {
        var plain = typed.strip().replaceAll("\\s+", " ");
        return plain.length() <= LONGEST && plain.matches("[\\p{L}\\p{Nd} ./-]*\\p{Nd}[\\p{L}\\p{Nd} ./-]*")
                ? Optional.of(plain)
                : Optional.empty();
    }
}
