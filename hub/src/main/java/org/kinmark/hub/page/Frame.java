package org.kinmark.hub.page;

import org.jspecify.annotations.Nullable;

/// What every page has around it.
///
/// @param title what this page is
/// @param viewer null where nobody is signed in
/// @param csrf the token that a form sends back
/// @param once which showing of a form this is, so that two clicks are one act
/// @param clock the demonstration's time, in words; null outside the demonstration
/// @param done what was just done, in words; null where nothing was
public record Frame(
        String title,
        @Nullable Viewer viewer,
        String csrf,
        String once,
        @Nullable String clock,
        @Nullable String done) {

    /// What, where, Kinmark.
    public String full() {
        return title + " – " + (viewer == null ? "Family team and health services" : viewer.unit()) + " – Kinmark";
    }

    @Override
    public String toString() {
        return "Frame[hidden]";
    }
}
