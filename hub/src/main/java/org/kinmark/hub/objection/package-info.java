/// Rule 4: a person says no, to the team, at a health service or on a form that needs no account, and is left
/// off lists.
///
/// Source: guidance, rule 4; the one-bit boundary, "Objections".
@ApplicationModule(displayName = "Objection")
@NullMarked
package org.kinmark.hub.objection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
