/// The one-bit boundary: who is listed to whom, the checks that keep a family off a round where its bit would tell more
/// than a bit, and the pool that makes the bit.
///
/// The checks read only what the family team knows anyway, so that a refusal says nothing about anyone's health.
///
/// Source: interim guidance, rule 1 and recommended approach, steps 2 and 3.
@NullMarked
package org.kinmark.rules.boundary;

import org.jspecify.annotations.NullMarked;
