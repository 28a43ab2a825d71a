package org.kinmark.hub.marking;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.kinmark.exchange.Agreement;
import org.kinmark.exchange.AgreementFile;
import org.kinmark.exchange.FamilyRef;
import org.kinmark.exchange.Judgement;
import org.kinmark.exchange.ListFile;
import org.kinmark.exchange.ListRef;
import org.kinmark.exchange.Mark;
import org.kinmark.exchange.Marks;
import org.kinmark.exchange.MarksFile;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// What a service takes with it to judge a list with its marker: `list.csv` and `agreement.json`.
@Component
class Pack {

    private final HealthSide db;
    private final Lists lists;
    private final Audit audit;

    Pack(HealthSide db, Lists lists, Audit audit) {
        this.db = db;
        this.lists = lists;
        this.audit = audit;
    }

    /// The list; empty once nothing of it can be judged any more.
    ///
    /// @throws NotFound where the unit has no such list
    Optional<ResponseEntity<byte[]>> list(SignedIn who, UUID list) {
        return db.act(who.unitId(), () -> {
            // Nobody is taken out of it between its head and its rows.
            lists.lock(lists.current(who.unitId(), list));
            var found = lists.find(who.unitId(), list).orElseThrow(NotFound::new);
            if (!lists.canBeJudged(found)) {
                return Optional.<ResponseEntity<byte[]>>empty();
            }
            var round = found.round();
            audit.record(
                    db,
                    who.actor(HoldList.ROLES),
                    Entry.of(Act.LIST_DOWNLOADED, found.ref()).under(round.agreement() + " v" + round.version()));
            var people = lists.people(who.unitId(), found.ref());
            return Optional.of(file("list.csv", "text/csv; charset=utf-8", writer -> ListFile.write(people, writer)));
        });
    }

    /// What is asked.
    ///
    /// @throws NotFound where the unit has no such list
    ResponseEntity<byte[]> agreement(SignedIn who, UUID list) {
        return db.act(who.unitId(), () -> {
            var found = lists.find(who.unitId(), list).orElseThrow(NotFound::new);
            var agreement = lists.agreement(found);
            var file = new Agreement(
                    agreement.id().toString(), agreement.title(), found.round().asOf(), agreement.indicators());
            return file("agreement.json", "application/json", writer -> AgreementFile.write(file, writer));
        });
    }

    /// The marks of a list as they are held, in the list's order; without those of families that are the
    /// reader's own.
    static ResponseEntity<byte[]> marks(Held held, UUID list) {
        var draft = held.draft();
        var marks = new Marks(
                new ListRef(list.toString()),
                draft.families().stream()
                        .filter(family -> !held.own().contains(family))
                        .map(family -> new Mark(
                                new FamilyRef(family.toString()),
                                draft.of(family)
                                        .filter(Judgement.PRIORITY::equals)
                                        .isPresent()))
                        .toList());
        return file("marks.csv", "text/csv; charset=utf-8", writer -> MarksFile.write(marks, writer));
    }

    private interface Writing {
        void to(StringWriter writer) throws IOException;
    }

    private static ResponseEntity<byte[]> file(String name, String type, Writing writing) {
        var writer = new StringWriter();
        try {
            writing.to(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .header("Content-Type", type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(writer.toString().getBytes(StandardCharsets.UTF_8));
    }
}
