/// Step 2: a round asks services about families: who is listed to whom, what the checks say, and when it ends.
///
/// Source: guidance, recommended approach, step 2; rules 1 and 5.
@ApplicationModule(displayName = "Round")
@NullMarked
package org.kinmark.hub.round;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
