/// Step 3, at the health service: list, register and conditions in; suggestions, judgement and marks out.
///
/// Source: interim guidance, recommended approach, step 3.
@NullMarked
package org.kinmark.marker;

import org.jspecify.annotations.NullMarked;
