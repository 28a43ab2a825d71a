package org.kinmark.hub.staff;

import java.util.List;
import java.util.UUID;
import org.kinmark.hub.database.StaffSide;
import org.springframework.stereotype.Component;

/// The members of one's own unit, by name, for pages that are not about staff.
@Component
public class Colleagues {

    private final StaffSide db;
    private final StaffRecords staff;

    Colleagues(StaffSide db, StaffRecords staff) {
        this.db = db;
        this.staff = staff;
    }

    /// One of them.
    public record Colleague(UUID key, String name) {

        @Override
        public String toString() {
            return "Colleague[hidden]";
        }
    }

    /// Those who work in the unit now, by name.
    public List<Colleague> current(SignedIn of) {
        return db.act(of.unitId(), () -> staff.of(of.unitId())).stream()
                .filter(StaffRecords.Person::isCurrent)
                .map(one -> new Colleague(one.id(), one.name()))
                .toList();
    }

    /// The name of somebody who works in the unit, or did.
    public String name(SignedIn of, UUID key) {
        return db.act(of.unitId(), () -> staff.find(of.unitId(), key))
                .map(StaffRecords.Person::name)
                .orElse("Somebody who left");
    }
}
