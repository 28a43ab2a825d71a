package org.kinmark.hub.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.kinmark.exchange.Judgement;
import org.kinmark.hub.agreement.Agreement;
import org.kinmark.hub.agreement.Agreements;
import org.kinmark.hub.agreement.SharedMark;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Actor;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.ReleaseSide;
import org.kinmark.hub.mail.Letter;
import org.kinmark.hub.mail.WriteLetter;
import org.kinmark.hub.objection.LeaveOff;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.sealing.Draft;
import org.kinmark.hub.sealing.RoundKeys;
import org.kinmark.rules.Decision;
import org.kinmark.rules.Purpose;
import org.kinmark.rules.boundary.Limit;
import org.springframework.stereotype.Component;

/// Moves a round on when one of its instants has come: to its second closing, to its release, or to being void.
/// All bits of a round appear in one transaction, or none does; its key is destroyed after that.
@Component
class ReleaseRound {

    private static final int ANSWERS = 2;
    private static final int KINDS = 2;

    private final ReleaseSide db;
    private final EndOfRounds rounds;
    private final Agreements agreements;
    private final RoundKeys keys;
    private final Audit audit;
    private final LeaveOff leaveOff;

    ReleaseRound(
            ReleaseSide db, EndOfRounds rounds, Agreements agreements, RoundKeys keys, Audit audit, LeaveOff leaveOff) {
        this.db = db;
        this.leaveOff = leaveOff;
        this.rounds = rounds;
        this.agreements = agreements;
        this.keys = keys;
        this.audit = audit;
    }

    /// Does what is due of a round, as often as something is.
    void whatIsDue(UUID round) {
        leaveOff.whoObjected();
        while (db.actForAll(() -> {
            // Before any list is held: whoever applies objections holds lists after this.
            leaveOff.hold();
            return rounds.lock(round).map(this::moveOn).orElse(false);
        })) {
            // A hub that was down may have several instants to make up for.
        }
    }

    /// @return whether something was due
    private boolean moveOn(EndOfRounds.Due round) {
        var now = rounds.now();
        boolean extended = round.state().equals("extended");
        if (now.isBefore(round.closesAt())) {
            return false;
        }
        rounds.holdLists(round);
        if (!extended && !now.isBefore(round.closesAt()) && tooFewAnswered(round)) {
            rounds.extend(round);
            say(round, Act.ROUND_EXTENDED, round.closesAt());
            return true;
        }
        if (extended && !now.isBefore(round.secondClosesAt()) && tooFewAnswered(round)) {
            rounds.clear(round);
            rounds.forgetMap(round);
            rounds.end(round, "void", round.secondClosesAt());
            say(round, Act.ROUND_VOID, round.secondClosesAt());
            write(round, round.secondClosesAt());
            return true;
        }
        if (!now.isBefore(round.releasesAt())) {
            // No mark rests on somebody who objected, be it a moment before.
            leaveOff.whoObjected();
            rounds.release(round, priorities(round), fewestMembers(round));
            rounds.clear(round);
            rounds.end(round, "released", round.releasesAt());
            say(round, Act.ROUND_RELEASED, round.releasesAt());
            write(round, round.releasesAt());
            return true;
        }
        return false;
    }

    private boolean tooFewAnswered(EndOfRounds.Due round) {
        long answered = rounds.lists(round).stream()
                .filter(list -> list.declared() && !list.ofTheCouncil())
                .count();
        return answered < agreement(round).limits().atLeast(Limit.SERVICES_ANSWERED);
    }

    private int fewestMembers(EndOfRounds.Due round) {
        return agreement(round).limits().atLeast(Limit.EXPLAINING_MEMBERS);
    }

    private Agreement agreement(EndOfRounds.Due round) {
        return agreements
                .find(db, round.team(), round.agreement(), round.version())
                .orElseThrow();
    }

    /// The families of which a service that answered judged somebody a priority, where enough answered to hide
    /// which.
    private Set<UUID> priorities(EndOfRounds.Due round) {
        var byList = new HashMap<UUID, EndOfRounds.SentList>();
        rounds.lists(round).stream()
                .filter(EndOfRounds.SentList::declared)
                .forEach(list -> byList.put(list.ref(), list));
        var drafts = open(round, List.copyOf(byList.values()));
        var agreement = agreement(round);
        var answered = new HashMap<UUID, List<EndOfRounds.SentList>>();
        var priorities = new HashSet<UUID>();
        for (var mapped : rounds.map(round)) {
            var list = byList.get(mapped.list());
            if (list != null) {
                answered.computeIfAbsent(mapped.family(), _ -> new ArrayList<>())
                        .add(list);
                boolean isPriority = Objects.requireNonNull(drafts.get(mapped.list()))
                        .of(mapped.familyRef())
                        .filter(Judgement.PRIORITY::equals)
                        .isPresent();
                if (isPriority && decide(round, agreement, list) instanceof Decision.Share) {
                    priorities.add(mapped.family());
                }
            }
        }
        priorities.removeIf(family -> !hides(Objects.requireNonNull(answered.get(family))));
        return priorities;
    }

    private Map<UUID, Draft> open(EndOfRounds.Due round, List<EndOfRounds.SentList> lists) {
        var drafts = new HashMap<UUID, Draft>();
        if (!lists.isEmpty()) {
            var seal = keys.of(round.id())
                    .orElseThrow(() -> new IllegalStateException("the key of a round that is not over is gone"));
            lists.forEach(list -> drafts.put(
                    list.ref(),
                    rounds.draft(list)
                            .map(bytes -> Draft.open(seal, list.ref(), bytes))
                            .orElseThrow()));
        }
        return drafts;
    }

    /// At least two that answered, of at least two kinds, the council's own not counted.
    private static boolean hides(List<EndOfRounds.SentList> answered) {
        var counted = answered.stream().filter(list -> !list.ofTheCouncil()).toList();
        return counted.size() >= ANSWERS
                && counted.stream().map(EndOfRounds.SentList::kind).distinct().count() >= KINDS;
    }

    private static Decision decide(EndOfRounds.Due round, Agreement agreement, EndOfRounds.SentList list) {
        return SharedMark.decide(agreement, list.unit(), Moments.dayOf(round.releasesAt()));
    }

    /// The same to everyone, whatever was answered, at the round's own instant: how long it took to get there may
    /// depend on the answers. The team's comes last, so that its audit is held while nobody else is waited for.
    private void say(EndOfRounds.Due round, Act act, Instant at) {
        var agreement = agreement(round);
        rounds.lists(round)
                .forEach(list ->
                        audit.record(db, Actor.theHub(list.unit(), false), entry(act, round, agreement, list), at));
        audit.record(
                db, Actor.theHub(round.team(), true), Entry.of(act, round.id()).under(agreement.named()), at);
    }

    /// To the whole team, in the same words whatever came of it.
    private void write(EndOfRounds.Due round, Instant at) {
        WriteLetter.to(db, round.team(), Letter.ROUND_IS_OVER, round.id(), at.plus(WriteLetter.AFTER_THE_RELEASE));
    }

    private static Entry entry(Act act, EndOfRounds.Due round, Agreement agreement, EndOfRounds.SentList list) {
        return act == Act.ROUND_RELEASED
                ? new Entry(
                        act,
                        list.ref().toString(),
                        Purpose.IDENTIFICATION,
                        decide(round, agreement, list),
                        agreement.named())
                : Entry.of(act, list.ref()).under(agreement.named());
    }

    /// Destroys the keys of rounds that are over.
    void destroyKeys() {
        var over = db.actForAll(rounds::over);
        keys.rounds().stream().filter(over::contains).forEach(keys::destroy);
    }
}
