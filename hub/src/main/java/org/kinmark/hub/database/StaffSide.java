package org.kinmark.hub.database;

import com.zaxxer.hikari.HikariConfig;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The records of who may sign in: it sees no family and no list.
public final class StaffSide extends Side {

    StaffSide(HikariConfig pool) {
        super(pool);
    }

    /// Does something in one transaction for no unit in particular.
    public <T extends @Nullable Object> T actForAll(Supplier<T> what) {
        return actWithoutUnit(what);
    }
}
