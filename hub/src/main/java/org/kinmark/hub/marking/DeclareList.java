package org.kinmark.hub.marking;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.round.Rounds;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Component;

/// A professional declares the judgements of a list, by name and registration: what is not judged stays so. Until the
/// closing it can be taken back.
@Component
class DeclareList {

    private final HealthSide db;
    private final HoldList holding;
    private final Lists lists;
    private final Rounds rounds;

    DeclareList(HealthSide db, HoldList holding, Lists lists, Rounds rounds) {
        this.db = db;
        this.holding = holding;
        this.lists = lists;
        this.rounds = rounds;
    }

    /// Declares.
    ///
    /// @param shown the receipt of what they saw: where something else is held, nothing is declared; null where
    ///     they did not say
    Outcome declare(SignedIn who, UUID list, @Nullable String shown) {
        var registration = who.registration();
        if (registration == null) {
            return new Outcome.Unregistered();
        }
        return holding.open(who, list, held -> {
            if (shown != null && !shown.equals(held.receipt())) {
                return new Outcome.NotAsShown();
            }
            if (!held.list().isDeclared()) {
                // The draft is written anew whatever there was: that one was never worked on must not show.
                holding.write(who, held);
                lists.declare(held.list(), who.person(), who.name(), registration, rounds.now(db));
                holding.record(who, Act.DECLARED, held);
            }
            return held.done();
        });
    }

    /// Takes the declaration back: the list can be judged again.
    Outcome withdraw(SignedIn who, UUID list) {
        return holding.open(who, list, held -> {
            if (held.list().isDeclared()) {
                withdraw(who, held);
            }
            return held.done();
        });
    }

    /// The same of a list that is held already.
    void withdraw(SignedIn who, Held held) {
        lists.withdraw(held.list(), rounds.now(db));
        holding.record(who, Act.DECLARATION_WITHDRAWN, held);
    }
}
