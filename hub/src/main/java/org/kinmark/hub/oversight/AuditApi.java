package org.kinmark.hub.oversight;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.kinmark.hub.audit.Line;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
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

    @Operation(operationId = "listAudit", summary = "What was done in this unit, newest first, at most 500 entries")
    @AllowedTo(
            team = Role.INFORMATION_GOVERNANCE_LEAD,
            health = Role.INFORMATION_GOVERNANCE_LEAD,
            partnership = Role.INFORMATION_GOVERNANCE_LEAD)
    @GetMapping("/api/v1/audit")
    List<Line> audit(SignedIn who, @RequestParam(defaultValue = "9223372036854775807") long before) {
        return reading.read(who, before, MOST);
    }
}
