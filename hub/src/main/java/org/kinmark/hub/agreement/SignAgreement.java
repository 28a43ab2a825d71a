package org.kinmark.hub.agreement;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.database.Side;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Component;

/// Somebody signs for their unit. The team signs first; a party then sees the agreement and may sign it.
@Component
class SignAgreement {

    static final Role[] TEAM = {Role.COORDINATOR, Role.SENIOR_MANAGER, Role.CALDICOTT_GUARDIAN};
    static final Role[] HEALTH = {Role.SERVICE_LEAD, Role.CALDICOTT_GUARDIAN, Role.SENIOR_MANAGER, Role.SENIOR_CLINICIAN
    };

    private final TeamSide team;
    private final HealthSide health;
    private final Agreements agreements;
    private final Audit audit;
    private final InstantSource clock;

    SignAgreement(TeamSide team, HealthSide health, Agreements agreements, Audit audit, InstantSource clock) {
        this.team = team;
        this.health = health;
        this.agreements = agreements;
        this.audit = audit;
        this.clock = clock;
    }

    /// What somebody read before they signed.
    ///
    /// @param version which version; null where they named none
    /// @param digest of its text; null where they named none
    record Shown(@Nullable Integer version, @Nullable String digest) {}

    /// What came of it.
    sealed interface Outcome {

        /// It is signed, now or before.
        record Signed(Agreement agreement) implements Outcome {}

        /// The agreement is no longer what they were shown, and nothing is signed.
        record NotAsShown() implements Outcome {}

        /// It cannot be signed as it is; the sentence says why.
        record Refused(String why) implements Outcome {}
    }

    /// Signs the newest version, if it is what was shown. Signing again changes nothing.
    Outcome sign(SignedIn who, UUID id, Shown shown) {
        boolean isTheTeam = who.unit().kind().isTheTeam();
        Side side = isTheTeam ? team : health;
        return side.act(who.unitId(), () -> {
            agreements.hold(side, id);
            if (isTheTeam) {
                agreements.hold(side, who.unitId());
            }
            var agreement = agreements.newest(side, id).orElseThrow(NotFound::new);
            if (!isAsShown(agreement, shown)) {
                return new Outcome.NotAsShown();
            }
            if (agreement.isSignedBy(who.unitId())) {
                return new Outcome.Signed(agreement);
            }
            var refusal = refusal(side, agreement);
            return refusal.isPresent()
                    ? new Outcome.Refused(refusal.get())
                    : new Outcome.Signed(sign(side, who, agreement));
        });
    }

    private boolean isAsShown(Agreement agreement, Shown shown) {
        return (shown.version() == null || shown.version() == agreement.version())
                && (shown.digest() == null || shown.digest().equals(agreements.digest(agreement)));
    }

    private Optional<String> refusal(Side side, Agreement agreement) {
        if (agreement.isOver(Moments.dayOf(clock.instant()))) {
            return Optional.of("This agreement is over. Nobody can sign it any more.");
        }
        if (!ReadTerms.mistakes(agreement.terms()).isEmpty()) {
            return Optional.of("This draft is not finished. Complete every part before you sign.");
        }
        return !agreement.isSigned()
                        && !agreements.changedMeanings(side, agreement.terms()).isEmpty()
                ? Optional.of(
                        "An indicator of this draft has been signed for with another meaning since it was drafted."
                                + " Give it a new title, so that it is told apart.")
                : Optional.empty();
    }

    private Agreement sign(Side side, SignedIn who, Agreement agreement) {
        var by = who.actor(who.unit().kind().isTheTeam() ? TEAM : HEALTH);
        agreements.sign(
                side, agreement, who.unitId(), who.person(), who.name(), String.valueOf(by.role()), clock.instant());
        audit.record(side, by, Entry.of(Act.AGREEMENT_SIGNED, agreement.id()).under(agreement.named()));
        return agreements
                .find(side, agreement.team(), agreement.id(), agreement.version())
                .orElseThrow();
    }
}
