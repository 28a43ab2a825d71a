package org.kinmark.hub.home;

import java.time.Instant;

/// One thing that waits.
///
/// @param what in a few words, without any family
/// @param href where it is done
/// @param by what happens when, as words that a date follows
/// @param when that date
public record Waiting(String what, String href, String by, Instant when) {}
