package org.kinmark.hub.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// An agreement as the API gives it.
///
/// @param state `draft`, `signed` (by the team, and no party yet), `in_force`, `ended`
/// @param parties whom it asks, and whether each has signed
record AgreementAnswer(UUID agreement, int version, UUID team, String state, Terms terms, List<PartyAnswer> parties) {

    record PartyAnswer(UUID unit, String name, boolean signed, boolean acceded) {}

    static AgreementAnswer of(Agreement agreement, LocalDate today) {
        return new AgreementAnswer(
                agreement.id(),
                agreement.version(),
                agreement.team(),
                state(agreement, today),
                agreement.agreed(),
                agreement.parties().stream()
                        .map(party -> new PartyAnswer(
                                party.unit(), party.name(), agreement.isSignedBy(party.unit()), party.acceded()))
                        .toList());
    }

    static String state(Agreement agreement, LocalDate today) {
        if (!agreement.isSigned()) {
            return "draft";
        }
        if (agreement.isOver(today)) {
            return "ended";
        }
        return agreement.partiesSigned().isEmpty() || !agreement.isCurrent(today) ? "signed" : "in_force";
    }
}
