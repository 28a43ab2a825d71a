/// Step 2: the families that the team already knows.
///
/// Source: guidance, recommended approach, step 2.
@ApplicationModule(displayName = "Family list")
@NullMarked
package org.kinmark.hub.familylist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
