package org.kinmark.hub.marking;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The lists of a service by API, with the files for its marker.
@RestController
class ListsApi {

    private final HealthSide db;
    private final Lists lists;
    private final Pack pack;

    ListsApi(HealthSide db, Lists lists, Pack pack) {
        this.db = db;
        this.lists = lists;
        this.pack = pack;
    }

    /// A list as the API gives it.
    ///
    /// @param closesAt as things stand
    record ListAnswer(
            UUID list,
            UUID agreement,
            int version,
            String team,
            String state,
            Instant closesAt,
            int families,
            boolean declared) {

        static ListAnswer of(MyList list) {
            return new ListAnswer(
                    list.ref(),
                    list.round().agreement(),
                    list.round().version(),
                    list.teamName(),
                    list.round().state().written(),
                    list.round().closing(),
                    list.families(),
                    list.isDeclared());
        }
    }

    @Operation(operationId = "listMyLists", summary = "This service's lists, newest first")
    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @GetMapping("/api/v1/lists")
    List<ListAnswer> all(SignedIn who) {
        return db.act(
                who.unitId(),
                () -> lists.all(who.unitId()).stream().map(ListAnswer::of).toList());
    }

    @Operation(operationId = "downloadList", summary = "The list as list.csv, until its closing")
    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @GetMapping(path = "/api/v1/lists/{list}/list.csv", produces = "text/csv")
    ResponseEntity<byte[]> list(SignedIn who, @PathVariable UUID list) {
        return pack.list(who, list).orElseThrow(MarkingAnswers::closed);
    }

    @Operation(operationId = "downloadAgreement", summary = "What is asked, as agreement.json")
    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @GetMapping(path = "/api/v1/lists/{list}/agreement.json", produces = "application/json")
    ResponseEntity<byte[]> agreement(SignedIn who, @PathVariable UUID list) {
        return pack.agreement(who, list);
    }
}
