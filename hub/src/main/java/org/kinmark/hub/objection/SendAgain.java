package org.kinmark.hub.objection;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kinmark.hub.database.ReleaseSide;
import org.kinmark.hub.mail.Letter;
import org.kinmark.hub.mail.WriteLetter;
import org.kinmark.hub.sealing.Draft;
import org.kinmark.hub.sealing.RoundKeys;
import org.springframework.stereotype.Component;

/// A list that is out goes out again without somebody who objected: under a fresh reference, the other
/// references and the declarations as they were, and of those families nothing judged.
@Component
class SendAgain {

    private final ReleaseSide db;
    private final ListsOut lists;
    private final RoundKeys keys;
    private final InstantSource clock;

    SendAgain(ReleaseSide db, ListsOut lists, RoundKeys keys, InstantSource clock) {
        this.db = db;
        this.lists = lists;
        this.keys = keys;
        this.clock = clock;
    }

    /// Does it, whatever was judged. A service that has declared, and still can judge, is told: else what it judged of
    /// the rest of a family would be lost without a word.
    ///
    /// @param people on the list, who objected
    /// @return its reference from now on; empty where what was judged cannot be read now, so that nothing
    ///     is changed: under another reference nobody could read it any more
    Optional<UUID> without(ListsOut.SentList list, List<ListsOut.OnList> people) {
        lists.lock(list.ref());
        var draft = lists.draft(list);
        var seal = keys.of(list.round());
        if (draft.isPresent() && seal.isEmpty()) {
            return Optional.empty();
        }
        var fresh = db.newId();
        lists.lock(fresh);
        var families = people.stream().map(ListsOut.OnList::familyRef).collect(Collectors.toUnmodifiableSet());
        var gone = lists.takeOut(list, people);
        lists.rename(list, fresh, families);
        draft.ifPresent(before -> {
            var after = Draft.open(seal.orElseThrow(), list.ref(), before).without(families, gone);
            lists.saveDraft(list, fresh, after.close(seal.orElseThrow(), fresh));
        });
        if (!list.closed() && lists.isDeclared(list.unit(), fresh)) {
            WriteLetter.to(db, list.unit(), Letter.LIST_SENT_AGAIN, fresh, clock.instant());
        }
        return Optional.of(fresh);
    }
}
