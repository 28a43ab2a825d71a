/// The five confidentiality rules as one total, pure function, and the checks on a list before it goes.
///
/// Source: interim guidance, "The Confidentiality Rules".
@NullMarked
package org.kinmark.rules;

import org.jspecify.annotations.NullMarked;
