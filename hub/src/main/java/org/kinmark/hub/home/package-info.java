/// The start page of each role: a short list of what waits, each with its date.
@ApplicationModule(displayName = "Home")
@NullMarked
package org.kinmark.hub.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
