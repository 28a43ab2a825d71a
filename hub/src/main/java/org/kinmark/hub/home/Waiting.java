package org.kinmark.hub.home;

import java.time.Instant;

/// One thing that waits.
///
/// @param what in a few words, without any family
/// @param href where it is done
/// @param by what happens when, as words that a date follows
/// @param when that date
/// @param toBegin whether it is the work that this person comes for: the most urgent of it has a button
public record Waiting(String what, String href, String by, Instant when, boolean toBegin) {

    public Waiting(String what, String href, String by, Instant when) {
        this(what, href, by, when, false);
    }

    /// Work that this person comes for.
    public static Waiting toBegin(String what, String href, String by, Instant when) {
        return new Waiting(what, href, by, when, true);
    }
}
