/// The database: the server, its roles, its migrations, what is checked before anything is served, and one way in for
/// each side of the boundary.
///
/// Source: the one-bit boundary, "Built so that it cannot leak", 2.
@ApplicationModule(displayName = "Database")
@NullMarked
package org.kinmark.hub.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
