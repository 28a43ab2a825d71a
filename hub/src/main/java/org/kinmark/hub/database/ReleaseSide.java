package org.kinmark.hub.database;

import com.zaxxer.hikari.HikariConfig;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The hand that opens what was sealed, at its instant: the only one that can follow a reference on a list to a family.
public final class ReleaseSide extends Side {

    ReleaseSide(HikariConfig pool) {
        super(pool);
    }

    /// Does something in one transaction for no unit in particular.
    public <T extends @Nullable Object> T actForAll(Supplier<T> what) {
        return actWithoutUnit(what);
    }
}
