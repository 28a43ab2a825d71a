/// Step 1: the family team and the services agree what is asked, of whom, how long, and on what legal footing.
///
/// Source: guidance, recommended approach, step 1; rule 5.
@ApplicationModule(displayName = "Agreement")
@NullMarked
package org.kinmark.hub.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
