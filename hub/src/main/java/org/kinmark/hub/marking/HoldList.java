package org.kinmark.hub.marking;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.round.Rounds;
import org.kinmark.hub.sealing.Draft;
import org.kinmark.hub.sealing.RoundKeys;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Component;

/// Takes a list into the hand, for as long as something is done to it, and puts it back: whoever wants it too waits.
@Component
class HoldList {

    static final Role[] ROLES = {Role.PROFESSIONAL, Role.SERVICE_LEAD};

    private final HealthSide db;
    private final Lists lists;
    private final Rounds rounds;
    private final RoundKeys keys;
    private final Audit audit;

    HoldList(HealthSide db, Lists lists, Rounds rounds, RoundKeys keys, Audit audit) {
        this.db = db;
        this.lists = lists;
        this.rounds = rounds;
        this.keys = keys;
        this.audit = audit;
    }

    /// What is held of a list, to show it; empty where it is closed. That it was shown is recorded.
    Optional<Held> show(SignedIn who, UUID list) {
        return db.act(who.unitId(), () -> {
            var held = hold(who, list);
            if (held != null) {
                record(who, Act.LIST_OPENED, held);
            }
            return Optional.ofNullable(held);
        });
    }

    /// Does something to a list that is not closed.
    Outcome open(SignedIn who, UUID list, Function<Held, Outcome> act) {
        return db.act(who.unitId(), () -> {
            var held = hold(who, list);
            return held == null ? new Outcome.Closed() : act.apply(held);
        });
    }

    /// Changes a list that is neither closed nor declared.
    Outcome change(SignedIn who, UUID list, Function<Held, Outcome> change) {
        return open(who, list, held -> held.list().isDeclared() ? new Outcome.Declared() : change.apply(held));
    }

    /// Holds the list until the transaction ends; null where nothing of it can be judged any more.
    ///
    /// @throws NotFound where the unit has no such list
    private @Nullable Held hold(SignedIn who, UUID list) {
        lists.lock(list);
        var found = lists.find(who.unitId(), list).orElseThrow(NotFound::new);
        if (!found.round().isOpenAt(rounds.now(db))) {
            return null;
        }
        var seal = keys.of(found.round().id()).orElse(null);
        if (seal == null) {
            return null;
        }
        var draft = lists.draft(who.unitId(), list)
                .map(bytes -> Draft.open(seal, list, bytes))
                .orElseGet(() -> Draft.empty(lists.people(who.unitId(), list).families().stream()
                        .map(family -> UUID.fromString(family.value()))
                        .toList()));
        return new Held(found, seal, draft);
    }

    /// Saved each time, and recorded once between two openings: a record for each choice would count them.
    void save(SignedIn who, Held held) {
        write(who, held);
        if (!lists.savingIsRecorded(who.unitId(), held.list().ref(), who.person())) {
            record(who, Act.DRAFT_SAVED, held);
        }
    }

    /// Saves the draft as it is, without a word.
    void write(SignedIn who, Held held) {
        var list = held.list().ref();
        lists.saveDraft(who.unitId(), list, held.draft().close(held.seal(), list));
    }

    /// Records what was done to a list as a whole.
    void record(SignedIn who, Act act, Held held) {
        var round = held.list().round();
        audit.record(
                db,
                who.actor(ROLES),
                Entry.of(act, held.list().ref()).under(round.agreement() + " v" + round.version()));
    }
}
