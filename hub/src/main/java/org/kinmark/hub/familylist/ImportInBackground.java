package org.kinmark.hub.familylist;

import jakarta.annotation.PreDestroy;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.kinmark.hub.audit.Actor;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.staff.UnitKind;
import org.kinmark.hub.staff.Units;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Imports a file while whoever sent it does something else. What it changes and that it is done are one transaction,
/// so that one which a restart cut off has changed nothing, and is begun again when the hub is back.
@Component
class ImportInBackground {

    private static final Logger LOG = LoggerFactory.getLogger(ImportInBackground.class);
    private static final String WAITING = "Waiting to begin";

    private final TeamSide db;
    private final ImportFamilies importing;
    private final Imports imports;
    private final Units units;
    private final InstantSource clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        var one = new Thread(work, "import");
        one.setDaemon(true);
        return one;
    });
    private final Map<UUID, String> stages = new ConcurrentHashMap<>();

    ImportInBackground(TeamSide db, ImportFamilies importing, Imports imports, Units units, InstantSource clock) {
        this.db = db;
        this.importing = importing;
        this.imports = imports;
        this.units = units;
        this.clock = clock;
    }

    /// Begins one.
    UUID begin(Actor by, byte[] content) {
        var id = db.newId();
        db.run(by.unit(), () -> imports.add(db, id, by, content, clock.instant()));
        go(by.unit(), id, FamilyImport.State.RUNNING);
        return id;
    }

    /// Goes on with one that waited to be confirmed: those who are not in the file have left.
    void confirm(UUID unit, UUID id) {
        go(unit, id, FamilyImport.State.TO_CONFIRM);
    }

    /// Gives one up that waited.
    void giveUp(UUID unit, UUID id) {
        giveUp(unit, id, FamilyImport.State.TO_CONFIRM);
    }

    private void giveUp(UUID unit, UUID id, FamilyImport.State from) {
        db.run(
                unit,
                () -> imports.hold(db, unit, id, from)
                        .ifPresent(
                                _ -> imports.settle(db, unit, id, FamilyImport.State.GIVEN_UP, null, clock.instant())));
    }

    /// What is being done for one, in a few words.
    String stage(UUID id) {
        return stages.getOrDefault(id, WAITING);
    }

    /// Whether one is being worked on, or about to be.
    boolean isUnderWay(UUID id) {
        return stages.containsKey(id);
    }

    @EventListener(ApplicationReadyEvent.class)
    void goOnAfterRestart() {
        for (var unit : db.act(new UUID(0, 1), () -> units.all(db))) {
            if (unit.kind() == UnitKind.FAMILY_TEAM) {
                db.act(unit.id(), () -> imports.running(db, unit.id()))
                        .forEach(id -> go(unit.id(), id, FamilyImport.State.RUNNING));
            }
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    private void go(UUID unit, UUID id, FamilyImport.State from) {
        stages.put(id, WAITING);
        thread.execute(() -> {
            try {
                db.run(unit, () -> run(unit, id, from));
            } catch (RuntimeException e) {
                LOG.error(
                        "An import came to nothing, and nothing was changed: {}",
                        e.getClass().getName());
                giveUp(unit, id, from);
            } finally {
                stages.remove(id);
            }
        });
    }

    private void run(UUID unit, UUID id, FamilyImport.State from) {
        var pending = imports.hold(db, unit, id, from).orElse(null);
        if (pending == null) {
            return;
        }
        boolean confirmed = from == FamilyImport.State.TO_CONFIRM;
        var outcome = importing.run(pending.by(), pending.content(), confirmed, stage -> stages.put(id, stage));
        var state = switch (outcome) {
            case ImportFamilies.Outcome.Imported _ -> FamilyImport.State.DONE;
            case ImportFamilies.Outcome.Refused _ -> FamilyImport.State.REFUSED;
            case ImportFamilies.Outcome.ToConfirm _ -> FamilyImport.State.TO_CONFIRM;
        };
        imports.settle(db, unit, id, state, ImportReport.of(outcome), clock.instant());
    }
}
