/// The audit: what was done about whom, by whom and why, kept per unit and written in the act's own transaction.
///
/// Source: guidance, rule 5.
@ApplicationModule(displayName = "Audit")
@NullMarked
package org.kinmark.hub.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
