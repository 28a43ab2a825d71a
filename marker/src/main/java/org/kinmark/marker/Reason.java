package org.kinmark.marker;

import java.time.LocalDate;
import org.kinmark.exchange.Code;
import org.kinmark.exchange.Indicator;

/// Why a patient's record meets an indicator.
record Reason(Indicator indicator, Code code, LocalDate recordedOn) {

    /// Hides what the patient has.
    @Override
    public String toString() {
        return "Reason[hidden]";
    }
}
