package org.kinmark.hub.oversight;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.audit.Line;
import org.kinmark.hub.audit.Wanted;
import org.kinmark.hub.page.Problem;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The audit by API.
@RestController
class AuditApi {

    private static final int MOST = 500;

    private final ReadAudit reading;

    AuditApi(ReadAudit reading) {
        this.reading = reading;
    }

    @Operation(
            operationId = "listAudit",
            summary =
                    "What was done in this unit, newest first, at most 500 entries: from and to are days, staff is the"
                            + " key of a member of staff, about what it was done to, as the entries have it")
    @AllowedTo(
            team = Role.INFORMATION_GOVERNANCE_LEAD,
            health = Role.INFORMATION_GOVERNANCE_LEAD,
            partnership = Role.INFORMATION_GOVERNANCE_LEAD)
    @GetMapping("/api/v1/audit")
    List<Line> audit(
            SignedIn who,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String act,
            @RequestParam(required = false) @Nullable UUID staff,
            @RequestParam(required = false) @Nullable String about,
            @RequestParam(defaultValue = "9223372036854775807") long before) {
        var known = act == null
                ? null
                : AskedFor.act(act)
                        .orElseThrow(() -> new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "There is no such act."));
        var wanted = new Wanted(
                from == null ? null : AskedFor.begin(from),
                to == null ? null : AskedFor.begin(to.plusDays(1)),
                known,
                staff,
                false,
                about,
                before);
        return reading.read(who, wanted, MOST).lines();
    }
}
