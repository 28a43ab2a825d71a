package org.kinmark.hub.staff;

import java.time.InstantSource;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.StaffSide;
import org.kinmark.hub.page.NotFound;
import org.springframework.stereotype.Component;

/// An administrator ends a client of the unit: its next request is refused, whatever token it has.
@Component
class EndClient {

    private final StaffSide db;
    private final Clients clients;
    private final Audit audit;
    private final InstantSource clock;

    EndClient(StaffSide db, Clients clients, Audit audit, InstantSource clock) {
        this.db = db;
        this.clients = clients;
        this.audit = audit;
        this.clock = clock;
    }

    void end(SignedIn by, String client) {
        by.require(Role.ADMINISTRATOR);
        db.run(by.unitId(), () -> {
            if (clients.find(by.unitId(), client).isEmpty()) {
                throw new NotFound();
            }
            clients.end(by.unitId(), client, clock.instant());
            audit.record(db, by.actor(Role.ADMINISTRATOR), Entry.of(Act.CLIENT_ENDED, client));
        });
    }
}
