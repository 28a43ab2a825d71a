package org.kinmark.hub.agreement;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.database.Side;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.home.Waiting;
import org.kinmark.hub.home.WhatWaits;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Component;

/// What waits of agreements on the start page of whoever drafts or signs them.
@Component
class AgreementsWaiting implements WhatWaits {

    private static final Period NEAR_ITS_END = Period.ofDays(60);

    private final TeamSide team;
    private final HealthSide health;
    private final Agreements agreements;
    private final InstantSource clock;

    AgreementsWaiting(TeamSide team, HealthSide health, Agreements agreements, InstantSource clock) {
        this.team = team;
        this.health = health;
        this.agreements = agreements;
        this.clock = clock;
    }

    private Side side(SignedIn who) {
        return who.unit().kind().isTheTeam() ? team : health;
    }

    private LocalDate today() {
        return Moments.dayOf(clock.instant());
    }

    /// For a coordinator, drafts to finish and agreements near their end; for whoever signs besides, those to sign.
    @Override
    public List<Waiting> of(SignedIn who) {
        boolean isTheTeam = who.unit().kind().isTheTeam();
        if (!who.has(isTheTeam ? SignAgreement.TEAM : SignAgreement.HEALTH)) {
            return List.of();
        }
        var side = side(who);
        var byId = side.act(who.unitId(), () -> agreements.all(side)).stream()
                .collect(Collectors.groupingBy(Agreement::id, LinkedHashMap::new, Collectors.toList()));
        return byId.values().stream()
                .flatMap(versions -> Stream.concat(
                        toSign(who, versions), who.has(Role.COORDINATOR) ? nearItsEnd(who, versions) : Stream.of()))
                .toList();
    }

    /// The newest version, where this unit has not signed it and still can.
    private Stream<Waiting> toSign(SignedIn who, List<Agreement> versions) {
        var newest = versions.stream()
                .max(Comparator.comparingInt(Agreement::version))
                .orElseThrow();
        if (newest.isSignedBy(who.unitId()) || newest.isOver(today())) {
            return Stream.of();
        }
        if (who.has(Role.COORDINATOR)) {
            return Stream.of(waiting(
                    newest, "Finish and sign “" + newest.title() + "”", "It is to begin on", newest.startsOn()));
        }
        return ReadTerms.mistakes(newest.terms()).isEmpty()
                ? Stream.of(
                        waiting(newest, "Read and sign “" + newest.title() + "”", "It begins on", newest.startsOn()))
                : Stream.of();
    }

    /// The version that is signed to the latest day, where that is near.
    private Stream<Waiting> nearItsEnd(SignedIn who, List<Agreement> versions) {
        return versions.stream()
                .filter(one -> one.isSignedBy(who.unitId()) && !one.isOver(today()))
                .max(Comparator.comparing(Agreement::endsOn))
                .filter(one -> !today().plus(NEAR_ITS_END).isBefore(one.endsOn()))
                .map(one -> waiting(one, "“" + one.title() + "” is near its end", "Ends on", one.endsOn()))
                .stream();
    }

    private static Waiting waiting(Agreement one, String what, String by, LocalDate day) {
        return new Waiting(what, "/agreements/" + one.id(), by, Moments.at(day, 0));
    }
}
