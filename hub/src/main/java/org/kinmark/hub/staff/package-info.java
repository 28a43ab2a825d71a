/// Who is signed in, for which unit, in which roles; and who may call which route.
///
/// Source: guidance, rule 5: access on a need-to-know basis, with policies and systems that ensure it.
@ApplicationModule(displayName = "Staff")
@NullMarked
package org.kinmark.hub.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
