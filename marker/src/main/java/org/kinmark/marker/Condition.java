package org.kinmark.marker;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.Code;

/// An agreed code in a patient's record.
///
/// @param endedOn null where it has not ended
record Condition(Code code, LocalDate recordedOn, @Nullable LocalDate endedOn) {

    /// Hides what the patient has.
    @Override
    public String toString() {
        return "Condition[hidden]";
    }
}
