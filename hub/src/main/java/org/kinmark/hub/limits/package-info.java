/// What the one bit tells, and what it does not, for each who sees something of it: constant pages.
///
/// Source: guidance, rule 1.
@ApplicationModule(displayName = "What this tells you")
@NullMarked
package org.kinmark.hub.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
