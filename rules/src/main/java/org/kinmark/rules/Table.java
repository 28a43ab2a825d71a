package org.kinmark.rules;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One table of [Rules], read for one request: the first row whose condition holds gives the decision.
///
/// Conditions and decisions are pure and cheap, so they are simply worked out row by row. For one thread.
final class Table {

    private final SharingRequest request;
    private @Nullable Decision first;

    private Table(SharingRequest request) {
        this.request = request;
    }

    /// Begins with the first row.
    static Table of(SharingRequest request) {
        return new Table(request);
    }

    /// A row: when, then.
    Table row(boolean when, Decision then) {
        if (first == null && when) {
            first = then;
        }
        return this;
    }

    /// A row whose outcome is **X, else …**: where a row of X gives a decision, that one; else what is given here.
    Table exceptionElse(boolean when, Decision otherwise) {
        if (first == null && when) {
            first = Exceptions.of(request).orElse(otherwise);
        }
        return this;
    }

    /// The last row, which fits whatever no other row fitted.
    Decision otherwise(Decision then) {
        return first == null ? then : first;
    }

    /// For the one table that need not give a decision.
    Optional<Decision> otherwiseNone() {
        return Optional.ofNullable(first);
    }
}
