package org.kinmark.hub.database;

/// Why the hub does not start, as one sentence for whoever runs it.
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// @param sentence without a person's data and without a full stop
    public CannotStart(String sentence) {
        super(sentence, null, false, false);
    }

    /// The sentence.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
