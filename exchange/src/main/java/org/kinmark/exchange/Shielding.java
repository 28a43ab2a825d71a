package org.kinmark.exchange;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether a family's people are listed without a postcode: a list may be seen by somebody who looks for them.
public final class Shielding {

    /// An age that is not known may be an adult's.
    private static final int ADULT = 18;

    private Shielding() {}

    /// Whether, in a family for which a row leaves it open, people are in danger: it is known for domestic abuse, and
    /// has more than one adult.
    ///
    /// @param births of all its members; null where one is not known
    public static boolean isInDanger(
            Set<Criterion> criteria, Collection<? extends @Nullable LocalDate> births, LocalDate asOf) {
        return criteria.contains(Criterion.DOMESTIC_ABUSE)
                && births.stream().filter(born -> mayBeAdult(born, asOf)).count() > 1;
    }

    private static boolean mayBeAdult(@Nullable LocalDate born, LocalDate asOf) {
        return Optional.ofNullable(born)
                .map(known -> !known.plusYears(ADULT).isAfter(asOf))
                .orElse(true);
    }

    /// Whether a person is listed without a postcode.
    public static boolean holds(Shielded said, boolean isInDanger) {
        return switch (said) {
            case YES -> true;
            case NO -> false;
            case NOT_SAID -> isInDanger;
        };
    }
}
