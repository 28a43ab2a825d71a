/// The hub: the web service in which a partnership runs its rounds. One package a step of the guidance.
@NullMarked
package org.kinmark.hub;

import org.jspecify.annotations.NullMarked;
