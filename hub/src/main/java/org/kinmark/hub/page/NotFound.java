package org.kinmark.hub.page;

/// What was asked for is not there, or not the caller's: both get the same answer.
public final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// Without a reason, which would tell the two apart; without a trace, which nobody would read.
    public NotFound() {
        super("not found", null, false, false);
    }
}
