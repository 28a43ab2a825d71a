package org.kinmark.marker;

import org.kinmark.exchange.Identity;

/// Someone in the service's register.
record Patient(String id, Identity identity) {

    /// Hides the patient, so that a stray log line cannot identify anyone.
    @Override
    public String toString() {
        return "Patient[hidden]";
    }
}
