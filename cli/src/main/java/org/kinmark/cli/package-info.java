/// One class a command. Reads and writes files; decides nothing itself.
@NullMarked
package org.kinmark.cli;

import org.jspecify.annotations.NullMarked;
