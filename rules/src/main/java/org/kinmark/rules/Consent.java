package org.kinmark.rules;

import java.util.Optional;
import java.util.Set;

/// Consent to share health information. Consent to be supported is another thing and never read here.
///
/// @param state how it stands
/// @param decidedBy who gave, refused or withdrew it; empty where nobody is recorded
/// @param covers what of this request it covers
public record Consent(State state, Optional<Decider> decidedBy, Set<Coverage> covers) {

    /// Nobody has been asked.
    public static final Consent NOT_SOUGHT = new Consent(State.NOT_SOUGHT, Optional.empty(), Set.of());

    /// How consent stands.
    public enum State implements Word {
        NOT_SOUGHT,
        GIVEN,
        REFUSED,
        WITHDRAWN,
        EXPIRED,
        /// People who may decide disagree.
        DISPUTED
    }

    /// What consent may cover.
    public enum Coverage implements Word {
        /// It names this holder and this recipient.
        COVERS_RECIPIENT(Reason.CONSENT_DOES_NOT_COVER_RECIPIENT),
        COVERS_CONTENT(Reason.CONSENT_DOES_NOT_COVER_CONTENT),
        COVERS_PURPOSE(Reason.CONSENT_DOES_NOT_COVER_PURPOSE);

        private final Reason whereMissing;

        Coverage(Reason whereMissing) {
            this.whereMissing = whereMissing;
        }

        Reason whereMissing() {
            return whereMissing;
        }
    }

    public Consent {
        covers = Set.copyOf(covers);
    }

    /// Says nothing about the person.
    @Override
    public String toString() {
        return "Consent[hidden]";
    }
}
