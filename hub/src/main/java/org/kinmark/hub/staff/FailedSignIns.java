package org.kinmark.hub.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// Failed sign-ins of the last quarter of an hour, by the name that was typed and the address that it came from.
///
/// Five from one address lock the name for that address; a hundred from all of them lock it for everybody, for a
/// network of strangers guesses too. Nothing but time takes a failure back: were a success to, whoever fails now
/// and again later could learn from the lock whether its owner signed in between (N1). Nobody else's failures count
/// against a name, and an attempt while it is locked counts for nothing, so that nobody can prolong a lock.
///
/// Kept in memory, for names that nobody has as well. A restart forgets them, and no outsider can restart the hub;
/// what is kept is bounded, and to push one failure out takes more attempts than can be made while it counts.
@Component
class FailedSignIns {

    private static final Duration COUNTED = Duration.ofMinutes(15);
    private static final int FROM_ONE_ADDRESS = 5;
    private static final int FROM_ALL = 100;
    private static final int REMEMBERED = 100_000;
    private static final String ALL = "";

    private final Map<Key, Deque<Instant>> failures = new LinkedHashMap<>();

    private record Key(String name, String address) {

        @Override
        public String toString() {
            return "Key[hidden]";
        }
    }

    /// Whether no password is accepted for this name from there now.
    synchronized boolean isLocked(String name, String address, Instant now) {
        return count(new Key(name, Network.of(address)), now) >= FROM_ONE_ADDRESS
                || count(new Key(name, ALL), now) >= FROM_ALL;
    }

    /// Notes one.
    ///
    /// @return whether it is the one that locks the name
    synchronized boolean note(String name, String address, Instant now) {
        add(new Key(name, ALL), now);
        add(new Key(name, Network.of(address)), now);
        return isLocked(name, address, now);
    }

    /// Forgets all, as a restart does.
    synchronized void forget() {
        failures.clear();
    }

    /// How many names and places are remembered.
    synchronized int size() {
        return failures.size();
    }

    /// The newest last, so that what counts no longer is found first.
    private void add(Key key, Instant now) {
        var all = Objects.requireNonNullElseGet(failures.remove(key), ArrayDeque<Instant>::new);
        all.addLast(now);
        if (all.size() > FROM_ALL) {
            all.removeFirst();
        }
        failures.put(key, all);
        var since = now.minus(COUNTED);
        for (var oldest = failures.values().iterator(); oldest.hasNext(); ) {
            if (oldest.next().getLast().isAfter(since) && failures.size() <= REMEMBERED) {
                return;
            }
            oldest.remove();
        }
    }

    private int count(Key key, Instant now) {
        var since = now.minus(COUNTED);
        Predicate<Instant> counts = at -> at.isAfter(since);
        return (int) failures.getOrDefault(key, new ArrayDeque<>()).stream()
                .filter(counts)
                .count();
    }
}
