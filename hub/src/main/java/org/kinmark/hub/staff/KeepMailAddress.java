package org.kinmark.hub.staff;

import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.StaffSide;
import org.springframework.stereotype.Component;

/// Somebody says where the hub writes to them, and nobody else does: an address that another could set would be one to
/// which messages can be led away.
@Component
class KeepMailAddress {

    private static final int LONGEST = 254;

    private final StaffSide db;
    private final Audit audit;

    KeepMailAddress(StaffSide db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    /// What came of it.
    sealed interface Outcome {

        record Kept() implements Outcome {}

        /// It was left empty.
        record Forgotten() implements Outcome {}

        /// Nothing changed.
        record NoAddress(String why) implements Outcome {}
    }

    /// Where the hub writes to somebody; empty for nowhere.
    String kept(SignedIn who) {
        return db.act(
                who.unitId(),
                () -> db.sql("select mail_address from staff.person where unit = :unit and id = :person")
                        .param("unit", who.unitId())
                        .param("person", who.person())
                        .query((row, _) -> row.getString(1) == null ? "" : row.getString(1))
                        .single());
    }

    Outcome keep(SignedIn who, String typed) {
        var address = typed.strip();
        if (!address.isEmpty() && !isAddress(address)) {
            return new Outcome.NoAddress("Enter an e-mail address, like name@example.com");
        }
        return db.act(who.unitId(), () -> {
            db.sql("update staff.person set mail_address = nullif(:address, '') where unit = :unit and id = :person")
                    .param("address", address)
                    .param("unit", who.unitId())
                    .param("person", who.person())
                    .update();
            audit.record(db, who.actor(), Entry.of(Act.MAIL_ADDRESS_CHANGED, who.person()));
            return address.isEmpty() ? new Outcome.Forgotten() : new Outcome.Kept();
        });
    }

    /// As a mail server takes it: the usual characters, nothing that could be a second header or a second address.
    private static boolean isAddress(String address) {
        return address.length() <= LONGEST
                && address.matches("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    }
}
