package org.kinmark.hub.oversight;

import java.util.Optional;
import java.util.UUID;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.familylist.FamilyRows;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Component;

/// By which random id the audit names a family of the team's, whether or not it has left. Nothing else of it
/// is shown.
@Component
class FindFamily {

    private final TeamSide db;
    private final FamilyRows families;

    FindFamily(TeamSide db, FamilyRows families) {
        this.db = db;
        this.families = families;
    }

    /// Empty where there is no such family, or it is whoever asks's own.
    Optional<UUID> find(SignedIn who, String reference) {
        return db.act(who.unitId(), () -> families.everWithReference(db, who.unitId(), reference));
    }
}
