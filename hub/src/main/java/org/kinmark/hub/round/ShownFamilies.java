package org.kinmark.hub.round;

import java.util.Locale;

/// What may be shown of a round's families at once.
public enum ShownFamilies {
    EVERYTHING("All families"),
    HEALTH_PRIORITY("Health priority"),
    NO_SIGNAL("No signal"),
    NOT_ASKED("Not asked"),
    ENDED("Ended");

    private final String words;

    ShownFamilies(String words) {
        this.words = words;
    }

    /// As the page says it.
    public String words() {
        return words;
    }

    /// As the address has it.
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ShownFamilies of(String written) {
        for (var each : values()) {
            if (each.written().equals(written)) {
                return each;
            }
        }
        return EVERYTHING;
    }

    static ShownFamilies of(Questions.Result result) {
        return !result.asked() ? NOT_ASKED : result.ended() ? ENDED : result.mark() ? HEALTH_PRIORITY : NO_SIGNAL;
    }
}
