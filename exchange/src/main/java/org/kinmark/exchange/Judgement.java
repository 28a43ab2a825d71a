package org.kinmark.exchange;

import java.util.Locale;

/// What a professional decided about a family. Stays at the service: only whether it is a priority leaves.
public enum Judgement {
    PRIORITY,
    NOT_PRIORITY,
    NOT_JUDGED;

    /// As a file writes it.
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
