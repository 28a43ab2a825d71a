package org.kinmark.marker;

import org.kinmark.exchange.Judgement;

/// Asks the rules before a mark leaves the service; nothing else decides that it may.
final class MarkRelease {

    private MarkRelease() {}

    /// Whether a family's mark says priority: a professional judged so, and the rules let it go.
    static boolean saysPriority(Judgement judgement) {
        return judgement == Judgement.PRIORITY;
    }
}
