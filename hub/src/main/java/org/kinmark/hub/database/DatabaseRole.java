package org.kinmark.hub.database;

import java.util.Locale;

/// As whom the hub signs in to PostgreSQL. None is a superuser, and none may take on another.
enum DatabaseRole {
    /// Owns the tables and migrates them; serves nothing.
    OWNER,
    /// The family team's side.
    TEAM,
    /// The health side.
    HEALTH,
    /// Sends lists out: writes them and the map of their references, and can read neither.
    DISPATCH,
    /// Opens what was sealed, at its instant.
    RELEASE,
    /// Who may sign in.
    STAFF;

    String login() {
        return "kinmark_" + name().toLowerCase(Locale.ROOT);
    }
}
