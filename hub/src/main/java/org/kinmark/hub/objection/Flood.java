package org.kinmark.hub.objection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.kinmark.hub.staff.Network;
import org.springframework.stereotype.Component;

/// How often the public form was used in the last hour: from one network, so that nobody goes through a
/// telephone book, and from all of them, so that a network of strangers fills no table.
///
/// The limits count uses of the form and nothing else: not who was named, not whether anybody was known. In
/// memory: a restart forgets them, and no outsider can restart the hub. What is kept is bounded by the limit
/// of all.
@Component
class Flood {

    static final int FROM_ONE_NETWORK = 20;
    private static final int FROM_ALL = 1_000;
    private static final Duration COUNTED = Duration.ofHours(1);

    private record Use(String network, Instant at) {

        @Override
        public String toString() {
            return "Use[hidden]";
        }
    }

    private final Deque<Use> uses = new ArrayDeque<>();
    private final InstantSource clock;

    Flood(InstantSource clock) {
        this.clock = clock;
    }

    /// Counts a use from an address.
    ///
    /// @return false where it is one too many; that one counts for nothing, so that nobody can keep others
    ///     out for longer
    synchronized boolean letsIn(String address) {
        var now = clock.instant();
        var since = now.minus(COUNTED);
        // The demonstration's clock may have been set to another day.
        uses.removeIf(use -> !use.at().isAfter(since) || use.at().isAfter(now));
        var network = Network.of(address);
        if (uses.size() >= FROM_ALL
                || uses.stream().filter(use -> use.network().equals(network)).count() >= FROM_ONE_NETWORK) {
            return false;
        }
        uses.addLast(new Use(network, now));
        return true;
    }
}
