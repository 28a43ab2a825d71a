/// The end of a round, at instants that were fixed when it was opened: its second closing, its release or its being
/// void. The only code that follows a list's references back to families.
///
/// Source: guidance, recommended approach, steps 3 and 4; rule 1.
@ApplicationModule(displayName = "Release")
@NullMarked
package org.kinmark.hub.release;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
