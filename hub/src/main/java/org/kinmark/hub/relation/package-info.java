/// Across all steps: somebody who works with the hub has a relation to a family, and does not see it.
///
/// Relatives, neighbours and friends alike: no more is asked than that there is a relation, and the database
/// leaves the family out for them.
///
/// Source: guidance, rule 5.
@ApplicationModule(displayName = "Own family")
@NullMarked
package org.kinmark.hub.relation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
