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
import org.kinmark.hub.sealing.Draft;
import org.kinmark.hub.sealing.RoundKeys;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.kinmark.rules.Decision;
import org.springframework.stereotype.Component;

/// Takes a list into the hand, for as long as something is done to it, and puts it back: whoever wants it too waits.
@Component
class HoldList {

    static final Role[] ROLES = {Role.PROFESSIONAL, Role.SERVICE_LEAD};

    private final HealthSide db;
    private final Lists lists;
    private final RoundKeys keys;
    private final Audit audit;

    HoldList(HealthSide db, Lists lists, RoundKeys keys, Audit audit) {
        this.db = db;
        this.lists = lists;
        this.keys = keys;
        this.audit = audit;
    }

    /// What is held of a list, to show it; empty where nothing of it can be judged any more. That it was shown is
    /// recorded.
    Optional<Held> show(SignedIn who, UUID list) {
        return db.act(who.unitId(), () -> {
            var found = take(who, list);
            if (refusal(found) != null) {
                return Optional.<Held>empty();
            }
            var held = held(found, list);
            record(who, Act.LIST_OPENED, held);
            return Optional.of(held);
        });
    }

    /// Does something to a list that is open, under an agreement that is in force at this moment.
    Outcome open(SignedIn who, UUID list, Function<Held, Outcome> act) {
        return db.act(who.unitId(), () -> {
            var found = take(who, list);
            var refusal = refusal(found);
            return refusal == null ? act.apply(held(found, list)) : refusal;
        });
    }

    /// Changes a list that is not declared besides.
    Outcome change(SignedIn who, UUID list, Function<Held, Outcome> change) {
        return open(who, list, held -> held.list().isDeclared() ? new Outcome.Declared() : change.apply(held));
    }

    /// Holds the list until the transaction ends.
    ///
    /// @throws NotFound where the unit has no such list
    private MyList take(SignedIn who, UUID list) {
        var known = lists.current(who.unitId(), list);
        lists.lock(known);
        // While it was waited for, somebody may have objected: then it has another reference, and is held under that.
        for (var now = lists.current(who.unitId(), list); !now.equals(known); now = lists.current(who.unitId(), list)) {
            lists.lock(now);
            known = now;
        }
        return lists.find(who.unitId(), list).orElseThrow(NotFound::new);
    }

    /// Why nothing of a list can be judged any more; null where something can.
    private @Nullable Outcome refusal(MyList list) {
        return lists.isOpen(list) && keys.of(list.round().id()).isPresent() ? withheld(list) : new Outcome.Closed();
    }

    private Outcome.@Nullable Withheld withheld(MyList list) {
        return switch (lists.mark(list)) {
            case Decision.Share _ -> null;
            case Decision.Withhold no -> new Outcome.Withheld(no);
            case Decision.Refer no -> new Outcome.Withheld(no);
        };
    }

    private Held held(MyList list, UUID askedFor) {
        var seal = keys.of(list.round().id()).orElseThrow();
        var draft = lists.draft(list.unit(), list.ref())
                .map(bytes -> Draft.open(seal, list.ref(), bytes))
                .orElseGet(() -> Draft.empty(lists.people(list.unit(), list.ref()).families().stream()
                        .map(family -> UUID.fromString(family.value()))
                        .toList()));
        return new Held(list, seal, draft, lists.overtaken(list.unit(), askedFor));
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
