package org.kinmark.hub;

import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.database.ServerToKill;

/// One service's act, under way when the hub or its database is killed.
///
/// @param hold what it waits for; null where it goes on freely
/// @param answer whether the service was told that it is done
record Attempt(
        String service,
        String list,
        Hits.Doing doing,
        Point point,
        @Nullable Hold hold,
        CompletableFuture<Boolean> answer) {

    /// Where it is made to wait.
    enum Point {
        /// For the list itself, before it writes anything.
        LIST,
        /// For its unit's audit, when everything else is written.
        AUDIT,
        /// Nowhere, and the kill comes at some moment.
        ANY_MOMENT,
        /// Nowhere, and the kill comes when it is answered.
        ANSWERED
    }

    /// Begins it.
    static Attempt begin(
            ServerToKill server, Area here, KilledRound round, String service, Hits.Doing doing, Point point) {
        var list = String.valueOf(round.lists().get(service));
        var hold = switch (point) {
            case LIST -> new Hold(server, "select pg_advisory_xact_lock(hashtextextended('" + list + "', 0))");
            case AUDIT ->
                new Hold(
                        server,
                        "select 1 from health.audit_head where unit in (select unit from health.list where list_ref = '"
                                + list + "') for update");
            case ANY_MOMENT, ANSWERED -> null;
        };
        var professional = here.as(service, "professional");
        var answer = CompletableFuture.supplyAsync(() -> isDone(professional, round, service, doing));
        return new Attempt(service, list, doing, point, hold, answer);
    }

    /// Does it, or does it once more.
    ///
    /// @return whether the hub says that it is done
    static boolean isDone(TestHub.Api professional, KilledRound round, String service, Hits.Doing doing) {
        var file = String.valueOf(round.files().get(service));
        var answer = switch (doing) {
            case UPLOAD -> professional.send("POST", "/api/v1/marks?replace=true", "text/csv", file);
            case UPLOAD_AND_DECLARE ->
                professional.send("POST", "/api/v1/marks?replace=true&declare=true", "text/csv", file);
            case DECLARE ->
                professional.send(
                        "POST", "/api/v1/lists/" + round.lists().get(service) + "/declaration", "application/json", "");
            case RELEASE -> throw new IllegalArgumentException("no service releases");
        };
        return answer.status() / 100 == 2;
    }

    /// Returns when it is where it is to be.
    void await() {
        if (hold != null) {
            hold.awaitSomebody();
        } else if (point == Point.ANSWERED && !answer.join()) {
            throw new AssertionError("what nobody disturbed was not done");
        }
    }

    /// Whether the service was told that it is done, when nobody is there any more to tell it.
    boolean wasTold() {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException) {
                return false;
            }
            throw e;
        }
    }

    /// Where it was hit.
    ///
    /// @param isThere whether what it does is there now
    Hits.Where hit(boolean isThere) {
        if (isThere) {
            return wasTold() ? Hits.Where.AFTER : Hits.Where.AFTER_UNTOLD;
        }
        return switch (point) {
            case LIST -> Hits.Where.BEFORE;
            case AUDIT -> Hits.Where.WITHIN;
            case ANY_MOMENT, ANSWERED -> Hits.Where.BEFORE_OR_WITHIN;
        };
    }

    void letGo() {
        if (hold != null) {
            hold.close();
        }
    }
}
