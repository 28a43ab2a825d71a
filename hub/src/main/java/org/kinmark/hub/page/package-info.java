/// The frame that every page stands in, and what pages are made of: components of the GOV.UK Design System.
@ApplicationModule(displayName = "Page")
@NullMarked
package org.kinmark.hub.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
