package org.kinmark.hub.marking;

import java.util.Optional;
import java.util.UUID;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Component;

/// Opens a list as a sheet. That it was opened is recorded.
@Component
class ReadSheet {

    private final HoldList holding;
    private final Lists lists;
    private final Pack pack;

    ReadSheet(HoldList holding, Lists lists, Pack pack) {
        this.holding = holding;
        this.lists = lists;
        this.pack = pack;
    }

    /// The list as it is held now; empty where it is closed.
    Optional<Sheet> read(SignedIn who, UUID list) {
        return holding.show(who, list).map(held -> of(who, held));
    }

    /// The same of a list that is held already.
    Sheet of(SignedIn who, Held held) {
        var list = held.list();
        return Sheet.of(pack.of(list.round()).indicators(), lists.people(who.unitId(), list.ref()), held);
    }
}
