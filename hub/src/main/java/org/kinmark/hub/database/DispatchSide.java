package org.kinmark.hub.database;

import com.zaxxer.hikari.HikariConfig;

/// The hand that sends lists out: it writes them and the map of their references, and can read neither.
public final class DispatchSide extends Side {

    DispatchSide(HikariConfig pool) {
        super(pool);
    }
}
