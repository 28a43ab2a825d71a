/// Judgements are sealed until their round is released: under a key of the round that is kept outside the database, and
/// destroyed then.
@ApplicationModule(displayName = "Sealing")
@NullMarked
package org.kinmark.hub.sealing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
