/// What `kinmark link` is compared with.
@NullMarked
package org.kinmark.benchmark;

import org.jspecify.annotations.NullMarked;
