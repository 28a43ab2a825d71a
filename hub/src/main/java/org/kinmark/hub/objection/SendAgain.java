package org.kinmark.hub.objection;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
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
    /// @return its reference from now on
    UUID without(ListsOut.SentList list, List<ListsOut.OnList> people) {
        lists.lock(list.ref());
        var fresh = db.newId();
        lists.lock(fresh);
        var families = people.stream().map(ListsOut.OnList::familyRef).collect(Collectors.toUnmodifiableSet());
        var gone = lists.takeOut(list, people);
        var draft = lists.draft(list);
        lists.rename(list, fresh, families);
        draft.ifPresent(before -> sealAgain(list, before, fresh, families, gone));
        if (!list.closed() && lists.isDeclared(list.unit(), fresh)) {
            WriteLetter.to(db, list.unit(), Letter.LIST_SENT_AGAIN, fresh, clock.instant());
        }
        return fresh;
    }

    /// A draft is bound to its list's reference. Where the key is gone nobody reads it, and the round is never
    /// released.
    private void sealAgain(ListsOut.SentList list, byte[] before, UUID fresh, Set<UUID> families, Set<UUID> gone) {
        keys.of(list.round()).ifPresent(seal -> {
            var draft = Draft.open(seal, list.ref(), before).without(families, gone);
            lists.saveDraft(list, fresh, draft.close(seal, fresh));
        });
    }
}
