/// The only things that cross between council and health: agreement, list and marks, read and written.
///
/// Source: interim guidance, recommended approach, steps 1 to 3.
@NullMarked
package org.kinmark.exchange;

import org.jspecify.annotations.NullMarked;
