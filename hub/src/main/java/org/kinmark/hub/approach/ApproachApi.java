package org.kinmark.hub.approach;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Step 4 by API.
@RestController
class ApproachApi {

    private final Queue queue;

    ApproachApi(Queue queue) {
        this.queue = queue;
    }

    /// A place in the queue, by the team's own reference.
    record PlaceAnswer(int place, String family, int criteria, String health) {}

    @Operation(operationId = "getQueue", summary = "The families to approach, first things first")
    @AllowedTo(team = {Role.COORDINATOR, Role.KEY_WORKER})
    @GetMapping("/api/v1/queue")
    List<PlaceAnswer> queue(SignedIn who) {
        return queue.read(who).stream()
                .map(place -> new PlaceAnswer(place.place(), place.reference(), place.criteria(), place.health()))
                .toList();
    }
}
