/// Who is who: which record of one file and which of another are the same person.
///
/// Source: Fellegi and Sunter (1969), "A Theory for Record Linkage", JASA 64(328).
@NullMarked
package org.kinmark.linkage;

import org.jspecify.annotations.NullMarked;
