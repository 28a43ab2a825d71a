/// Across all steps: who did what about whom, for those who watch over it.
///
/// Source: guidance, rule 5.
@ApplicationModule(displayName = "Oversight")
@NullMarked
package org.kinmark.hub.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
