package org.kinmark.hub.database;

import com.zaxxer.hikari.HikariConfig;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The records of who may sign in: it sees no family and no list.
public final class StaffSide extends Side {

    private final Ids idsOfTheTeam = new Ids();

    StaffSide(HikariConfig pool) {
        super(pool);
    }

    /// A random id for something of one side of the boundary, from a source from which the other does not draw.
    public UUID newId(boolean ofTheTeam) {
        return ofTheTeam ? idsOfTheTeam.draw() : newId();
    }

    Ids idsOfTheTeam() {
        return idsOfTheTeam;
    }

    /// Does something in one transaction for no unit in particular.
    public <T extends @Nullable Object> T actForAll(Supplier<T> what) {
        return actWithoutUnit(what);
    }
}
