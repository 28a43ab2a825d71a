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

    ReadSheet(HoldList holding, Lists lists) {
        this.holding = holding;
        this.lists = lists;
    }

    /// The list as it is held now; empty where nothing of it can be judged any more.
    Optional<Sheet> read(SignedIn who, UUID list) {
        return holding.show(who, list).map(held -> of(who, held));
    }

    /// The same of a list that is held already.
    Sheet of(SignedIn who, Held held) {
        var list = held.list();
        return Sheet.of(lists.agreement(list).indicators(), lists.people(who.unitId(), list.ref()), held);
    }
}
