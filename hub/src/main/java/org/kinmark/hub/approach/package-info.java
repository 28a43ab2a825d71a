/// Step 4: whom the team approaches first.
///
/// Source: guidance, recommended approach, step 4.
@ApplicationModule(displayName = "Approach")
@NullMarked
package org.kinmark.hub.approach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
