/// Links explained on pages that are one file each and fetch and send nothing.
@NullMarked
package org.kinmark.linkage.page;

import org.jspecify.annotations.NullMarked;
