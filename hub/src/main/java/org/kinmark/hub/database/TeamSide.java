package org.kinmark.hub.database;

import com.zaxxer.hikari.HikariConfig;

/// The family team's side.
public final class TeamSide extends Side {

    TeamSide(HikariConfig pool) {
        super(pool);
    }
}
