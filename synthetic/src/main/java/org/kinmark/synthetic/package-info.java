/// An invented area, seeded: families, registers, conditions and the truth about them.
@NullMarked
package org.kinmark.synthetic;

import org.jspecify.annotations.NullMarked;
