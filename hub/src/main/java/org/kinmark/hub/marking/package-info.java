/// Step 3: each service judges its list, on a page or with the marker, and a professional declares.
///
/// Source: guidance, recommended approach, step 3; rule 1.
@ApplicationModule(displayName = "Marking")
@NullMarked
package org.kinmark.hub.marking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
