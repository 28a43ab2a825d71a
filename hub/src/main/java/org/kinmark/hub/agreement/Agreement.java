package org.kinmark.hub.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.Indicator;
import org.kinmark.rules.boundary.Caps;
import org.kinmark.rules.boundary.Limits;

/// One version of an agreement, with who has signed it.
///
/// @param team the family team's unit
/// @param endedAt null while it was not ended before its time
public record Agreement(
        UUID team,
        UUID id,
        int version,
        String title,
        LocalDate startsOn,
        LocalDate endsOn,
        Terms terms,
        Instant createdAt,
        @Nullable Instant endedAt,
        List<Party> parties,
        List<Signature> signatures) {

    public Agreement {
        parties = List.copyOf(parties);
        signatures = List.copyOf(signatures);
    }

    /// A service that it asks.
    ///
    /// @param acceded whether it came after the first signature
    public record Party(
            UUID unit,
            String name,
            String why,
            @Nullable Integer minAge,
            @Nullable Integer maxAge,
            List<String> districts,
            boolean acceded) {}

    /// Who signed for a unit.
    public record Signature(UUID signer, String unitName, String personName, String role, Instant signedAt) {}

    /// As the audit and a page name it.
    public String named() {
        return id + " v" + version;
    }

    /// Whether anybody has signed: then nothing of it changes any more.
    public boolean isSigned() {
        return !signatures.isEmpty();
    }

    /// Whether a unit has signed.
    public boolean isSignedBy(UUID unit) {
        return signatures.stream().anyMatch(signature -> signature.signer().equals(unit));
    }

    /// Whether it is in force between the team and a party on a day: both signed, within its dates, not ended.
    public boolean isInForceWith(UUID party, LocalDate day) {
        return isCurrent(day) && isSignedBy(team) && isSignedBy(party);
    }

    /// Whether a day is within its dates, and it was not ended.
    public boolean isCurrent(LocalDate day) {
        return endedAt == null && !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }

    /// Whether it was ended before its time, or its last day is past: then nobody signs it any more.
    public boolean isOver(LocalDate day) {
        return endedAt != null || day.isAfter(endsOn);
    }

    /// What is agreed today: the terms as they were signed, with the parties that came later.
    public Terms agreed() {
        return terms.with(Stream.concat(
                        terms.parties().stream(),
                        parties.stream()
                                .filter(Party::acceded)
                                .map(party -> new Terms.AgreedParty(
                                        party.unit().toString(),
                                        party.why(),
                                        party.minAge(),
                                        party.maxAge(),
                                        party.districts())))
                .toList());
    }

    /// The parties that have signed.
    public List<Party> partiesSigned() {
        return parties.stream().filter(party -> isSignedBy(party.unit())).toList();
    }

    /// A party by its unit.
    public Optional<Party> party(UUID unit) {
        return parties.stream().filter(party -> party.unit().equals(unit)).findFirst();
    }

    /// The limits that the checks hold a round to.
    public Limits limits() {
        return ReadTerms.limits(terms);
    }

    /// The most that goes out.
    public Caps caps() {
        return new Caps(terms.caps().families(), terms.caps().onOneList());
    }

    /// What is asked, as it goes with a list.
    public List<Indicator> indicators() {
        return ReadTerms.indicators(terms);
    }
}
