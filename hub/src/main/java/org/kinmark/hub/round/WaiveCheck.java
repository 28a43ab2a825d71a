package org.kinmark.hub.round;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.agreement.Agreement;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.relation.OwnFamilies;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.kinmark.hub.staff.Unit;
import org.kinmark.hub.staff.Units;
import org.kinmark.rules.boundary.Check;
import org.kinmark.rules.boundary.Selection;
import org.springframework.stereotype.Component;

/// A coordinator asks that a check be waived for families that it keeps off; the Caldicott Guardian of a health party
/// decides, never the council's.
@Component
class WaiveCheck {

    private static final int LONGEST = 2_000;
    private static final int MONTHS = 12;

    private final TeamSide team;
    private final HealthSide health;
    private final ComposeRound composing;
    private final Waivers waivers;
    private final Units units;
    private final OwnFamilies ownFamilies;
    private final Audit audit;
    private final InstantSource clock;

    WaiveCheck(
            TeamSide team,
            HealthSide health,
            ComposeRound composing,
            Waivers waivers,
            Units units,
            OwnFamilies ownFamilies,
            Audit audit,
            InstantSource clock) {
        this.team = team;
        this.health = health;
        this.composing = composing;
        this.waivers = waivers;
        this.units = units;
        this.ownFamilies = ownFamilies;
        this.audit = audit;
        this.clock = clock;
    }

    /// What could be waived.
    ///
    /// @param families those that the check keeps off: the team's reference by id
    /// @param guardians the units whose Guardian may decide
    record Choices(Agreement agreement, Check check, Map<UUID, String> families, List<Unit> guardians) {}

    /// What a check keeps off, in a round as it would be composed now.
    ///
    /// @throws NotFound where the team has no such agreement
    Choices choices(SignedIn who, UUID agreement, int criteria, Check check) {
        return team.act(who.unitId(), () -> {
            var composed = composing
                    .compose(team, who.unit(), new NewRound(agreement, criteria, null, null, null), clock.instant())
                    .orElseThrow(NotFound::new)
                    .without(ownFamilies.of(team));
            var families = new LinkedHashMap<UUID, String>();
            composed.byKey().forEach((key, candidate) -> {
                if (composed.selection().families().get(key) instanceof Selection.Outcome.NotAsked(var why)
                        && why.stream().anyMatch(one -> one.check() == check)) {
                    families.put(candidate.id(), candidate.reference());
                }
            });
            return new Choices(composed.agreement(), check, families, guardians(who, composed.agreement()));
        });
    }

    /// Parties that are not the council's own, and the bodies that lend their Guardian to them.
    private List<Unit> guardians(SignedIn who, Agreement agreement) {
        var ids = new LinkedHashSet<UUID>();
        agreement.partiesSigned().stream()
                .flatMap(party -> units.find(team, party.unit()).stream())
                .flatMap(unit -> Stream.of(Optional.ofNullable(unit.guardian()), Optional.of(unit.id())))
                .forEach(id -> id.ifPresent(ids::add));
        return ids.stream()
                .flatMap(id -> units.find(team, id).stream())
                .filter(unit -> !unit.body().equals(who.unit().body())
                        && unit.kind().roles().contains(Role.CALDICOTT_GUARDIAN))
                .toList();
    }

    /// What came of asking or deciding: what is to be put right, by field; none where it is done.
    record Outcome(Map<String, String> mistakes) {
        boolean isDone() {
            return mistakes.isEmpty();
        }
    }

    /// Asks for it.
    Outcome ask(SignedIn who, Choices choices, Set<UUID> families, @Nullable UUID guardian, String reason) {
        var mistakes = new LinkedHashMap<String, String>();
        if (families.isEmpty() || !choices.families().keySet().containsAll(families)) {
            mistakes.put("family", "Select the families that you ask it for");
        }
        if (choices.guardians().stream().noneMatch(unit -> unit.id().equals(guardian))) {
            mistakes.put("guardian", "Select whose Caldicott Guardian decides");
        }
        if (reason.isBlank() || reason.length() > LONGEST) {
            mistakes.put("reason", "Write why, in at most 2,000 characters, without naming anybody");
        }
        if (mistakes.isEmpty()) {
            var id = team.newId();
            var agreement = choices.agreement();
            team.run(who.unitId(), () -> {
                var asked = new Waivers.Asked(
                        who.unitId(),
                        id,
                        agreement.id(),
                        agreement.version(),
                        choices.check(),
                        families,
                        reason.strip(),
                        Objects.requireNonNull(guardian));
                waivers.add(team, asked, who.name(), clock.instant());
                var entries = new ArrayList<Entry>();
                entries.add(Entry.of(Act.WAIVER_REQUESTED, id).under(agreement.named()));
                families.forEach(family ->
                        entries.add(Entry.of(Act.WAIVER_REQUESTED, family).under(agreement.named())));
                audit.record(team, who.actor(Role.COORDINATOR), entries);
            });
        }
        return new Outcome(mistakes);
    }

    /// Decides.
    ///
    /// @param until the last day on which it holds; null where it is refused
    /// @throws NotFound where it is not theirs, or decided
    Outcome decide(SignedIn who, UUID id, boolean granted, String reason, @Nullable LocalDate until) {
        var today = Moments.dayOf(clock.instant());
        var mistakes = new LinkedHashMap<String, String>();
        if (reason.isBlank() || reason.length() > LONGEST) {
            mistakes.put("reason", "Write why, in at most 2,000 characters");
        }
        if (granted && (until == null || until.isBefore(today) || until.isAfter(today.plusMonths(MONTHS)))) {
            mistakes.put("until", "Enter the last day on which it holds, within twelve months");
        }
        if (mistakes.isEmpty()) {
            health.run(who.unitId(), () -> {
                var waiver = waivers.find(health, id).orElseThrow(NotFound::new);
                if (!waivers.decide(
                        health, id, granted, who.name(), reason.strip(), granted ? until : null, clock.instant())) {
                    throw new NotFound();
                }
                audit.record(
                        health,
                        who.actor(Role.CALDICOTT_GUARDIAN),
                        Entry.of(Act.WAIVER_DECIDED, id).under(waiver.agreement() + " v" + waiver.version()));
            });
        }
        return new Outcome(mistakes);
    }
}
