package org.kinmark.rules.attack;

import java.util.List;

/// A signal that no unchanging facts give together with the no signals: these rule out all that could explain
/// it. Something has changed, or a no signal came of silence.
///
/// @param noSignals at least one: each that takes something away from it
public record Contradiction(Answered signal, List<Answered> noSignals) {

    public Contradiction {
        noSignals = List.copyOf(noSignals);
    }

    /// Says nothing about the family.
    @Override
    public String toString() {
        return "Contradiction[hidden]";
    }
}
