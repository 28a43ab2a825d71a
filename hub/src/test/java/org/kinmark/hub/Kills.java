package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.kinmark.hub.Attempt.Point;
import org.kinmark.hub.Hits.Doing;
import org.kinmark.hub.Hits.Where;
import org.kinmark.hub.KilledHub.Victim;
import org.kinmark.hub.database.DemonstrationClock;
import org.kinmark.hub.database.ServerToKill;

/// Kills the hub, a session of its database, or both at once, around uploads, declarations and releases, and looks
/// each time at what is there.
///
/// One round after another: its services upload and are killed, declare and are killed, and its release is killed. All
/// of them act at once, each held at a point of its own, so that one kill hits several acts.
final class Kills implements AutoCloseable {

    /// Rows to which the release comes late: when each service's audit has its entry, when the team's has, when the
    /// marks are written, when the drafts are gone. One after another, from one round to the next.
    private static final List<String> HELD = List.of(
            "select 1 from health.audit_head where unit = (select max(unit::text)::uuid from health.list"
                    + " where round = :round)",
            "select 1 from team.audit_head where unit = (select unit from shared.round where id = :round)",
            "select 1 from health.draft d where exists (select 1 from health.list l"
                    + " where l.unit = d.unit and l.list_ref = d.list_ref and l.round = :round)",
            "select 1 from health.listed d where exists (select 1 from health.list l"
                    + " where l.unit = d.unit and l.list_ref = d.list_ref and l.round = :round)");
    /// One release in so many is killed at any moment; the others within their transaction.
    private static final int ANY_MOMENT = 5;

    private static final long LONGEST_RELEASE = 400;

    private final ServerToKill server = ServerToKill.start();
    private final Afterwards afterwards = new Afterwards(server);
    private final Hits hits = new Hits();
    private final Random random;
    private final Area area;
    private final String agreement;
    private final KilledHub killed;

    Kills(long seed) {
        random = new Random(seed);
        try (var hub = TestHub.start(server.url(), server.folder())) {
            hub.part(DemonstrationClock.class).standAt(TestHub.START);
            area = Area.setUp(hub);
            agreement = area.agreementInForce();
        }
        killed = new KilledHub(server);
    }

    /// Kills so many times, and finishes the round that is under way.
    void kill(int times) {
        for (int round = 0; killed.kills() < times; round++) {
            var here = KilledRound.open(area.at(killed.hub()), agreement, round, random);
            uploads(here);
            if (killed.kills() < times) {
                declarations(here);
            }
            KilledRound.move(area.at(killed.hub()), here.afterItsClosings());
            afterwards.allIsThere(here);
            if (killed.kills() < times) {
                release(here, round);
            }
            finish(here);
            System.out.println("Killed " + killed.kills() + " times.");
        }
    }

    Hits hits() {
        return hits;
    }

    String told() {
        return "Killed " + killed.kills() + " times, " + killed.victims() + ", and hit:\n" + hits.table();
    }

    private void uploads(KilledRound round) {
        var here = area.at(killed.hub());
        attempt(
                round,
                Area.SERVICES.stream()
                        .map(service -> Attempt.begin(
                                server,
                                here,
                                round,
                                service,
                                random.nextInt(3) == 0 ? Doing.UPLOAD_AND_DECLARE : Doing.UPLOAD,
                                point()))
                        .toList());
        retry(round, Doing.UPLOAD);
    }

    private void declarations(KilledRound round) {
        var here = area.at(killed.hub());
        attempt(
                round,
                Area.SERVICES.stream()
                        .filter(service -> !afterwards
                                .list(String.valueOf(round.lists().get(service)))
                                .declared())
                        .map(service -> Attempt.begin(server, here, round, service, Doing.DECLARE, point()))
                        .toList());
        retry(round, Doing.DECLARE);
    }

    private Point point() {
        return List.of(Point.AUDIT, Point.AUDIT, Point.LIST, Point.ANY_MOMENT, Point.ANSWERED)
                .get(random.nextInt(5));
    }

    /// Waits until each is where it is to be, kills, and looks at what is there of each.
    private void attempt(KilledRound round, List<Attempt> attempts) {
        attempts.forEach(Attempt::await);
        var waiting = attempts.stream()
                .flatMap(one -> java.util.Optional.ofNullable(one.hold()).stream())
                .toList();
        killed.strike(
                waiting.isEmpty()
                        ? 0
                        : waiting.get(random.nextInt(waiting.size())).waiting());
        attempts.forEach(Attempt::wasTold);
        attempts.forEach(Attempt::letGo);
        killed.comeBack();
        assertThat(afterwards.marks(round)).as("bits before the release").isZero();
        for (var one : attempts) {
            var there = afterwards.list(one.list());
            boolean isThere = one.doing() == Doing.UPLOAD ? there.draft() : there.declared();
            assertThat(isThere || !one.wasTold())
                    .as("%s at %s, of which the service was told", one.doing(), one.point())
                    .isTrue();
            if (one.doing() == Doing.UPLOAD_AND_DECLARE) {
                assertThat(there.draft()).as("what was sent in one call").isEqualTo(there.declared());
            }
            hits.add(one.doing(), one.hit(isThere));
        }
        afterwards.auditIsWhole();
    }

    /// What a service was not told is done, it does again: and what was done all the same is not done twice.
    private void retry(KilledRound round, Doing doing) {
        var here = area.at(killed.hub());
        for (var service : Area.SERVICES) {
            var list = String.valueOf(round.lists().get(service));
            if (doing == Doing.UPLOAD && afterwards.list(list).declared()) {
                continue;
            }
            assertThat(Attempt.isDone(here.as(service, "professional"), round, service, doing))
                    .as("%s once more", doing)
                    .isTrue();
            afterwards.list(list);
        }
    }

    /// Kills a release, mostly where it waits for a row that it comes to when it has written others.
    private void release(KilledRound round, int number) {
        var here = area.at(killed.hub());
        here.coordinator();
        boolean isAnyMoment = number % ANY_MOMENT == ANY_MOMENT - 1;
        var hold = isAnyMoment
                ? null
                : new Hold(
                        server,
                        HELD.get(number % HELD.size()).replace(":round", "'" + round.id() + "'")
                                + " limit 1 for update");
        var moving = CompletableFuture.runAsync(() -> KilledRound.move(here, round.release()));
        if (hold == null) {
            KilledHub.sleep(random.nextLong(LONGEST_RELEASE));
        } else {
            hold.awaitSomebody();
            assertThat(hold.hasWritten())
                    .as("the release had written something")
                    .isTrue();
        }
        var victim = killed.strike(hold == null ? 0 : hold.waiting());
        boolean wasTold = wasTold(moving);
        if (hold != null) {
            hold.close();
        }
        killed.waitUntilItsSessionsEnd();
        var where = victim == Victim.SESSION ? unseen(hold != null) : killedAt(round, hold != null, wasTold);
        hits.add(Doing.RELEASE, where);
        killed.comeBack();
    }

    /// A hub that goes on releases as soon as it can: what was there before that, nobody saw.
    private static Where unseen(boolean within) {
        return within ? Where.WITHIN : Where.BEFORE_OR_WITHIN;
    }

    /// All is there, or everything is as it was.
    private Where killedAt(KilledRound round, boolean within, boolean wasTold) {
        boolean isThere = afterwards.isReleased(round);
        assertThat(isThere).as("bits of a release that was told").isIn(true, wasTold);
        assertThat(isThere).as("bits of a release killed within").isIn(false, !within);
        if (isThere) {
            return wasTold ? Where.AFTER : Where.AFTER_UNTOLD;
        }
        afterwards.allIsThere(round);
        return within ? Where.WITHIN : Where.BEFORE_OR_WITHIN;
    }

    private void finish(KilledRound round) {
        var here = area.at(killed.hub());
        if (KilledRound.now(here).isBefore(round.release())) {
            assertThat(afterwards.marks(round)).as("bits before their instant").isZero();
            KilledRound.move(here, round.release());
        }
        for (int i = 0; i < 100 && !afterwards.isReleased(round); i++) {
            KilledHub.sleep(100);
        }
        assertThat(round.released(here)).as("what was released").isEqualTo(round.marked());
        for (int i = 0; i < 100 && java.nio.file.Files.exists(afterwards.key(round)); i++) {
            KilledHub.sleep(100);
        }
        afterwards.allIsOver(round);
        afterwards.auditIsWhole();
    }

    /// Whether whoever asked for the release was told that it is done.
    private static boolean wasTold(CompletableFuture<?> moving) {
        try {
            moving.join();
            return true;
        } catch (CompletionException _) {
            return false;
        }
    }

    @Override
    public void close() {
        killed.close();
    }
}
