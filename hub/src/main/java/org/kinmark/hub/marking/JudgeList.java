package org.kinmark.hub.marking;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.Judgement;
import org.kinmark.exchange.Marks;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Actor;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.round.Rounds;
import org.kinmark.hub.sealing.Draft;
import org.kinmark.hub.sealing.RoundKeys;
import org.kinmark.hub.sealing.Seal;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Component;

/// A service judges its list: family by family, or with a file of the marker's. Until a professional has declared it is
/// a draft and counts for nothing; after that it does not change unless the declaration is withdrawn.
@Component
class JudgeList {

    static final Role[] ROLES = {Role.PROFESSIONAL, Role.SERVICE_LEAD};

    private final HealthSide db;
    private final Lists lists;
    private final Rounds rounds;
    private final RoundKeys keys;
    private final Audit audit;

    JudgeList(HealthSide db, Lists lists, Rounds rounds, RoundKeys keys, Audit audit) {
        this.db = db;
        this.lists = lists;
        this.rounds = rounds;
        this.keys = keys;
        this.audit = audit;
    }

    /// What came of it.
    sealed interface Outcome {

        /// It is done.
        ///
        /// @param receipt the same for the same content of the same list
        record Done(MyList list, String receipt) implements Outcome {}

        /// Nothing changed: the list is closed.
        record Closed() implements Outcome {}

        /// Nothing changed: whoever would declare has no registration on record.
        record Unregistered() implements Outcome {}

        /// Nothing changed: the list is declared.
        record Declared() implements Outcome {}

        /// Nothing changed: what is held is not what was shown.
        record NotAsShown() implements Outcome {}

        /// Nothing changed: this person has no change to take back.
        record NothingToUndo() implements Outcome {}

        /// Nothing changed: somebody else judged the family meanwhile.
        ///
        /// @param now what it is judged now
        record Meanwhile(Judgement now) implements Outcome {}

        /// The others are saved; these were judged by somebody else meanwhile, and stay as they judged them.
        ///
        /// @param families how many
        record Overtaken(int families) implements Outcome {}

        /// Nothing changed: other marks are held.
        ///
        /// @param families how many differ
        record Differs(int families) implements Outcome {}

        /// Nothing changed: there is something to put right.
        record Refused(List<String> mistakes) implements Outcome {}
    }

    /// A list that is open to this unit, with what is held of it.
    record Held(MyList list, Seal seal, Draft draft) {

        /// The same for the same content of the same list; tells nothing to whoever has not the round's key.
        String receipt() {
            var of = list.ref().toString().getBytes(StandardCharsets.US_ASCII);
            var content = draft.content();
            return HexFormat.of()
                    .formatHex(seal.digest(ByteBuffer.allocate(of.length + content.length)
                            .put(of)
                            .put(content)
                            .array()));
        }
    }

    /// Judges one family.
    ///
    /// @param was what the judge saw before; null where they did not say
    Outcome judge(SignedIn who, UUID list, UUID family, Judgement judgement, @Nullable Judgement was) {
        return changing(who, list, held -> {
            var now = held.draft().of(family).orElseThrow(NotFound::new);
            if (was != null && now != was && now != judgement) {
                return new Outcome.Meanwhile(now);
            }
            if (now != judgement) {
                held.draft().judge(family, judgement, who.person());
                save(who, held);
            }
            return done(held);
        });
    }

    /// What may give way to the marks of a file.
    ///
    /// @param other whether other marks that are held give way
    /// @param held the receipt of those that do; null where any do
    /// @param declaredToo whether a declaration of them is withdrawn, by a professional
    record Replacing(boolean other, @Nullable String held, boolean declaredToo) {

        static final Replacing NOTHING = new Replacing(false, null, false);

        private boolean gives(Held now) {
            return other && (held == null || held.equals(now.receipt()));
        }
    }

    /// What a sheet says of one family.
    ///
    /// @param was what the judge saw before
    record Change(UUID family, Judgement to, Judgement was) {}

    /// Judges all families of a sheet that its judge changed.
    Outcome judgeAll(SignedIn who, UUID list, List<Change> changes) {
        return changing(who, list, held -> {
            int overtaken = 0;
            boolean changed = false;
            for (var change : changes) {
                var now = held.draft().of(change.family()).orElseThrow(NotFound::new);
                if (change.to() != change.was() && change.to() != now) {
                    if (now == change.was()) {
                        held.draft().judge(change.family(), change.to(), who.person());
                        changed = true;
                    } else {
                        overtaken++;
                    }
                }
            }
            if (changed) {
                save(who, held);
            }
            return overtaken == 0 ? done(held) : new Outcome.Overtaken(overtaken);
        });
    }

    /// Takes the last judgement back, where it is this person's own.
    Outcome undo(SignedIn who, UUID list) {
        return changing(who, list, held -> {
            if (held.draft().undo(who.person()).isEmpty()) {
                return new Outcome.NothingToUndo();
            }
            save(who, held);
            return done(held);
        });
    }

    /// Takes the marks of a file: the references in it decide which list they are of.
    ///
    /// The same marks as are held change nothing, declared or not.
    Outcome upload(SignedIn who, Marks marks, Replacing replacing) {
        var list = id(marks.list().value()).orElseThrow(NotFound::new);
        return open(who, list, held -> {
            var mistakes = mistakes(held.draft(), marks);
            if (!mistakes.isEmpty()) {
                return new Outcome.Refused(mistakes);
            }
            int differing = differing(held.draft(), marks);
            boolean declared = held.list().isDeclared();
            if (differing == 0 && declared) {
                return done(held);
            }
            if (differing > 0 && (declared || held.draft().judged() > 0) && !replacing.gives(held)) {
                return new Outcome.Differs(differing);
            }
            if (declared && !(replacing.declaredToo() && who.has(Role.PROFESSIONAL))) {
                return new Outcome.Declared();
            }
            if (declared) {
                withdraw(who, held);
            }
            for (var mark : marks.marks()) {
                var family = id(mark.family().value()).orElseThrow();
                held.draft().judge(family, mark.priority() ? Judgement.PRIORITY : Judgement.NOT_PRIORITY, who.person());
            }
            held.draft().settle();
            save(who, held);
            var now = lists.find(who.unitId(), list).orElseThrow(NotFound::new);
            return new Outcome.Done(now, held.receipt());
        });
    }

    private static int differing(Draft draft, Marks marks) {
        return differences(draft, marks).size();
    }

    /// The families of whom a file says something else than what is held.
    static List<UUID> differences(Draft draft, Marks marks) {
        return marks.marks().stream()
                .filter(mark -> mark.priority()
                        != draft.of(id(mark.family().value()).orElseThrow())
                                .filter(Judgement.PRIORITY::equals)
                                .isPresent())
                .map(mark -> id(mark.family().value()).orElseThrow())
                .toList();
    }

    private static List<String> mistakes(Draft draft, Marks marks) {
        var mistakes = new ArrayList<String>();
        long known = marks.marks().stream()
                .filter(mark -> id(mark.family().value()).flatMap(draft::of).isPresent())
                .count();
        if (known < marks.marks().size()) {
            mistakes.add("marks.csv, column family_ref: " + (marks.marks().size() - known)
                    + " of the references are not of this list");
        }
        if (known < draft.families().size()) {
            mistakes.add("marks.csv: " + (draft.families().size() - known) + " families of the list have no row");
        }
        return mistakes;
    }

    static Optional<UUID> id(String written) {
        try {
            var id = UUID.fromString(written);
            return id.toString().equals(written) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// A professional declares, by name and registration: what is not judged stays so.
    ///
    /// @param shown the receipt of what they saw: where something else is held, nothing is declared; null where
    ///     they did not say
    Outcome declare(SignedIn who, UUID list, @Nullable String shown) {
        var registration = who.registration();
        if (registration == null) {
            return new Outcome.Unregistered();
        }
        return db.act(who.unitId(), () -> {
            var held = hold(who, list);
            if (held == null) {
                return new Outcome.Closed();
            }
            if (shown != null && !shown.equals(held.receipt())) {
                return new Outcome.NotAsShown();
            }
            if (!held.list().isDeclared()) {
                // The draft is written anew whatever there was: that one was never worked on must not show.
                lists.saveDraft(who.unitId(), list, held.draft().close(held.seal(), list));
                lists.declare(held.list(), who.person(), who.name(), registration, rounds.now(db));
                audit.record(db, actor(who), entry(Act.DECLARED, held));
            }
            return done(held);
        });
    }

    /// Takes the declaration back: the list can be judged again.
    Outcome withdraw(SignedIn who, UUID list) {
        return db.act(who.unitId(), () -> {
            var held = hold(who, list);
            if (held == null) {
                return new Outcome.Closed();
            }
            if (held.list().isDeclared()) {
                withdraw(who, held);
            }
            return done(held);
        });
    }

    private void withdraw(SignedIn who, Held held) {
        lists.withdraw(held.list(), rounds.now(db));
        audit.record(db, actor(who), entry(Act.DECLARATION_WITHDRAWN, held));
    }

    /// What is held of a list, to show it; empty where it is closed. That it was shown is recorded.
    Optional<Held> show(SignedIn who, UUID list) {
        return db.act(who.unitId(), () -> {
            var held = hold(who, list);
            if (held != null) {
                audit.record(db, actor(who), entry(Act.LIST_OPENED, held));
            }
            return Optional.ofNullable(held);
        });
    }

    private Outcome changing(SignedIn who, UUID list, Function<Held, Outcome> change) {
        return open(who, list, held -> held.list().isDeclared() ? new Outcome.Declared() : change.apply(held));
    }

    private Outcome open(SignedIn who, UUID list, Function<Held, Outcome> act) {
        return db.act(who.unitId(), () -> {
            var held = hold(who, list);
            return held == null ? new Outcome.Closed() : act.apply(held);
        });
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
    private void save(SignedIn who, Held held) {
        var list = held.list().ref();
        lists.saveDraft(who.unitId(), list, held.draft().close(held.seal(), list));
        if (!lists.savingIsRecorded(who.unitId(), list, who.person())) {
            audit.record(db, actor(who), entry(Act.DRAFT_SAVED, held));
        }
    }

    private static Outcome done(Held held) {
        return new Outcome.Done(held.list(), held.receipt());
    }

    private static Actor actor(SignedIn who) {
        return who.actor(ROLES);
    }

    private static Entry entry(Act act, Held held) {
        var round = held.list().round();
        return Entry.of(act, held.list().ref()).under(round.agreement() + " v" + round.version());
    }
}
