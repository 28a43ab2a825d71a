package org.kinmark.hub.database;

import com.zaxxer.hikari.HikariConfig;

/// The health side: practices and trusts, and a council's own care services.
public final class HealthSide extends Side {

    HealthSide(HikariConfig pool) {
        super(pool);
    }
}
