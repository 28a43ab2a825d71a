package org.kinmark.hub.agreement;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Problem;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.kinmark.hub.staff.Unit;
import org.kinmark.hub.staff.Units;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// The family team drafts an agreement, or a new version of one: nothing that anybody signed is ever changed.
@Component
class DraftAgreement {

    private final TeamSide db;
    private final Agreements agreements;
    private final Units units;
    private final Audit audit;
    private final InstantSource clock;

    DraftAgreement(TeamSide db, Agreements agreements, Units units, Audit audit, InstantSource clock) {
        this.db = db;
        this.agreements = agreements;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /// What came of it.
    sealed interface Outcome {

        /// It is drafted.
        record Drafted(Agreement draft) implements Outcome {}

        /// There is something to put right.
        record Refused(List<String> mistakes) implements Outcome {}
    }

    /// A new agreement.
    Outcome draft(SignedIn who, Terms terms) {
        return db.act(who.unitId(), () -> save(who, db.newId(), 1, terms, Act.AGREEMENT_DRAFTED));
    }

    /// New terms for one that there is: they replace its draft, or are its next version where it is signed.
    Outcome change(SignedIn who, Agreement before, Terms terms) {
        return db.act(who.unitId(), () -> {
            hold(before);
            if (before.isSigned()) {
                return save(who, before.id(), before.version() + 1, terms, Act.AGREEMENT_DRAFTED);
            }
            var mistakes = mistakes(terms);
            if (!mistakes.isEmpty()) {
                return new Outcome.Refused(mistakes);
            }
            agreements.removeDraft(db, before);
            return save(who, before.id(), before.version(), terms, Act.AGREEMENT_CHANGED);
        });
    }

    /// Keeps what is drafted so far, of which only one part was worked on: the others may still be missing.
    ///
    /// @param before null for a new agreement
    Outcome keep(SignedIn who, @Nullable Agreement before, Terms terms, Part part) {
        return db.act(who.unitId(), () -> {
            var mistakes = new ArrayList<>(part.of(ReadTerms.mistakes(terms)));
            if (part == Part.INDICATORS) {
                mistakes.addAll(agreements.changedMeanings(db, terms));
            }
            if (!mistakes.isEmpty()) {
                return new Outcome.Refused(mistakes);
            }
            if (before == null) {
                return add(who, db.newId(), 1, terms, Act.AGREEMENT_DRAFTED);
            }
            hold(before);
            if (before.isSigned()) {
                return add(who, before.id(), before.version() + 1, terms, Act.AGREEMENT_DRAFTED);
            }
            agreements.removeDraft(db, before);
            return add(who, before.id(), before.version(), terms, Act.AGREEMENT_CHANGED);
        });
    }

    /// Takes a draft away. What is signed stays.
    ///
    /// @return false where the newest version is signed: then nothing is done
    boolean discard(SignedIn who, UUID id) {
        return db.act(who.unitId(), () -> {
            agreements.hold(db, id);
            var draft = agreements.newest(db, id).orElseThrow(NotFound::new);
            if (draft.isSigned()) {
                return false;
            }
            agreements.removeDraft(db, draft);
            audit.record(
                    db,
                    who.actor(Role.COORDINATOR),
                    Entry.of(Act.AGREEMENT_DISCARDED, id).under(draft.named()));
            return true;
        });
    }

    /// Holds an agreement that is to be changed, as long as it is still what was read.
    private void hold(Agreement before) {
        agreements.hold(db, before.id());
        var now = agreements.newest(db, before.id()).orElseThrow(NotFound::new);
        if (now.version() != before.version()
                || now.isSigned() != before.isSigned()
                || !now.createdAt().equals(before.createdAt())) {
            throw new Problem(
                    HttpStatus.CONFLICT, "Somebody has changed or signed this agreement meanwhile. Look at it again.");
        }
    }

    private Outcome save(SignedIn who, UUID id, int version, Terms terms, Act act) {
        var mistakes = mistakes(terms);
        return mistakes.isEmpty() ? add(who, id, version, terms, act) : new Outcome.Refused(mistakes);
    }

    private Outcome add(SignedIn who, UUID id, int version, Terms terms, Act act) {
        agreements.add(db, who.unitId(), id, version, terms.with(named(terms)), clock.instant());
        var draft = agreements.find(db, who.unitId(), id, version).orElseThrow();
        audit.record(db, who.actor(Role.COORDINATOR), Entry.of(act, id).under(draft.named()));
        return new Outcome.Drafted(draft);
    }

    private List<String> mistakes(Terms terms) {
        var mistakes = new ArrayList<>(ReadTerms.mistakes(terms));
        if (mistakes.isEmpty()) {
            var known = byName();
            var named = new HashSet<UUID>();
            for (int i = 0; i < terms.parties().size(); i++) {
                var unit = known.get(terms.parties().get(i).unit());
                if (unit == null || unit.kind().asService().isEmpty()) {
                    mistakes.add("parties[" + i + "].unit: name a service by its unit's id, or its id in services.csv");
                } else if (!named.add(unit.id())) {
                    mistakes.add("parties[" + i + "].unit: this service is a party already");
                }
            }
            mistakes.addAll(agreements.changedMeanings(db, terms));
        }
        return mistakes;
    }

    /// Parties by the ids of their units.
    private List<Terms.AgreedParty> named(Terms terms) {
        var known = byName();
        return terms.parties().stream()
                .map(party -> new Terms.AgreedParty(
                        java.util.Objects.requireNonNull(known.get(party.unit()))
                                .id()
                                .toString(),
                        party.why(),
                        party.minAge(),
                        party.maxAge(),
                        party.districts()))
                .toList();
    }

    private Map<String, Unit> byName() {
        var known = new HashMap<String, Unit>();
        for (var unit : units.all(db)) {
            known.put(unit.id().toString(), unit);
            if (unit.code() != null) {
                known.put(unit.code(), unit);
            }
        }
        return known;
    }
}
