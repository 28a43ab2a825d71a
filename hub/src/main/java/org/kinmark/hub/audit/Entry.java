package org.kinmark.hub.audit;

import org.jspecify.annotations.Nullable;
import org.kinmark.rules.Decision;
import org.kinmark.rules.Purpose;

/// One thing that was done.
///
/// @param object the pseudonym of what it was done to: a random id of ours, never a name or a reference of the team's
/// @param purpose null where nothing was shared, and so the next
/// @param decision what the rules decided
/// @param agreementVersion the agreement's id and version; null where none applies
public record Entry(
        Act act,
        @Nullable String object,
        @Nullable Purpose purpose,
        @Nullable Decision decision,
        @Nullable String agreementVersion) {

    /// Something that no decision of the rules stands behind.
    public static Entry of(Act act, @Nullable Object object) {
        return new Entry(act, object == null ? null : object.toString(), null, null, null);
    }

    /// Something that concerns an agreement.
    public Entry under(String version) {
        return new Entry(act, object, purpose, decision, version);
    }
}
