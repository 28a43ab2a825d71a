/// What a client sends twice is done once, and answered alike.
@ApplicationModule(displayName = "Once")
@NullMarked
package org.kinmark.hub.once;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
