package org.kinmark.hub.objection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Actor;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.ReleaseSide;
import org.kinmark.rules.Objection;
import org.kinmark.rules.Purpose;
import org.springframework.stereotype.Component;

/// Takes those who objected out of lists: out of a new one before its service sees it, and out of those that
/// are out as soon as somebody objects. What the team composed stays as it is: it learns nothing of this, and
/// neither how long it takes, for nothing that the team asks for waits for it.
///
/// Done by the release's hand, which alone may read who is on every list. Each service's audit says that
/// somebody was left off, and by which row of the rules: not who, and not where they objected.
@Component
public class LeaveOff {

    private final ReleaseSide db;
    private final StandingObjections objections;
    private final ListsOut lists;
    private final SendAgain again;
    private final Audit audit;

    LeaveOff(ReleaseSide db, StandingObjections objections, ListsOut lists, SendAgain again, Audit audit) {
        this.db = db;
        this.objections = objections;
        this.lists = lists;
        this.again = again;
        this.audit = audit;
    }

    /// Keeps everybody else from it until the transaction ends; before any list is held.
    public void hold() {
        objections.hold();
    }

    /// Does what is due of it; within the release's own transaction as part of that one.
    public void whoObjected() {
        db.actForAll(() -> {
            hold();
            beforeTheirServicesSeeThem();
            fromListsThatAreOut();
            return true;
        });
    }

    /// The same where a list waits to be seen: whoever asks for their lists never finds one with somebody on
    /// it who objected before, and finds it at once.
    public void beforeListsAreSeen() {
        if (!db.actForAll(lists::unseen).isEmpty()) {
            whoObjected();
        }
    }

    /// Which lists those are is read first: one that comes meanwhile is shown by the next look.
    private void beforeTheirServicesSeeThem() {
        var unseen = lists.unseen();
        if (unseen.isEmpty()) {
            return;
        }
        byList(lists.people(true), objections.all()).forEach((list, off) -> {
            lists.takeOut(list, List.copyOf(off.keySet()));
            record(list, list.ref(), off);
        });
        lists.show(unseen);
    }

    /// As above: somebody who objects meanwhile is found by the next look.
    private void fromListsThatAreOut() {
        var pending = objections.pending();
        if (pending.isEmpty()) {
            return;
        }
        var fresh = objections.fresh();
        if (!fresh.isEmpty()) {
            var off = byList(lists.people(false), fresh);
            // Every list first, and then every audit: whoever judges a list holds it while they wait for the audit.
            var refs = new LinkedHashMap<ListsOut.SentList, UUID>();
            off.forEach((list, people) ->
                    again.without(list, List.copyOf(people.keySet())).ifPresent(ref -> refs.put(list, ref)));
            refs.forEach((list, ref) -> record(list, ref, Objects.requireNonNull(off.get(list))));
            objections.endMarks();
            if (refs.size() < off.size()) {
                // The key of a round is not there: its lists, and these objections, wait until it is.
                return;
            }
        }
        objections.applied(pending);
    }

    /// Who has to be left off, list by list in the order of references, with who said so.
    private static Map<ListsOut.SentList, Map<ListsOut.OnList, Objection>> byList(
            List<ListsOut.OnList> people, List<StandingObjections.Standing> objections) {
        var found = new TreeMap<UUID, Map<ListsOut.OnList, Objection>>();
        var meant = new Meant(people);
        for (var objection : objections) {
            meant.by(objection)
                    .forEach(one -> found.computeIfAbsent(one.list().ref(), _ -> new LinkedHashMap<>())
                            .putIfAbsent(one, objection.by()));
        }
        var byList = new LinkedHashMap<ListsOut.SentList, Map<ListsOut.OnList, Objection>>();
        found.values().forEach(off -> byList.put(off.keySet().iterator().next().list(), off));
        return byList;
    }

    private void record(ListsOut.SentList list, UUID ref, Map<ListsOut.OnList, Objection> off) {
        var entries = new ArrayList<Entry>();
        off.values()
                .forEach(by -> entries.add(new Entry(
                        Act.LEFT_OFF,
                        ref.toString(),
                        Purpose.IDENTIFICATION,
                        list.closed() ? Withheld.mark(by) : Withheld.list(by),
                        list.agreement())));
        audit.record(db, Actor.theHub(list.unit(), false), entries);
    }

    /// Deletes at once what a team was told about a family's mark.
    void endMarks() {
        db.actForAll(() -> {
            objections.endMarks();
            return true;
        });
    }
}
