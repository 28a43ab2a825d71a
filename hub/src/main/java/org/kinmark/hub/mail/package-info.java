/// What the hub writes to its staff: always the same few words, at instants that do not depend on what was answered.
///
/// Source: guidance, rule 1: before consent a service says only whether, never who or what; and so does every message
/// about it.
@ApplicationModule(displayName = "Mail")
@NullMarked
package org.kinmark.hub.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
