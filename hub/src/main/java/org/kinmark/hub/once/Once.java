package org.kinmark.hub.once;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.database.Side;
import org.kinmark.hub.page.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Remembers what was answered to a request under its key, in the transaction of the act: an act that came to nothing
/// leaves its key free. Kept for 24 hours.
@Component
public class Once {

    private static final int LONGEST = 200;

    private final InstantSource clock;

    Once(InstantSource clock) {
        this.clock = clock;
    }

    /// Who sends a request, and by which key they know it again.
    ///
    /// @param unit for which they act
    /// @param client the person, or the program that acts as one
    /// @param key null where they gave none: then the act is simply done
    /// @param digest of what they sent
    public record Request(UUID unit, UUID client, @Nullable String key, byte[] digest) {

        @Override
        public String toString() {
            return "Request[hidden]";
        }
    }

    /// Does an act, or answers what was answered before.
    ///
    /// @param side on which the act is done
    /// @throws Problem 409 where the key came with something else before
    public String answer(Side side, Request request, Supplier<String> act) {
        var key = request.key();
        if (key == null || key.isBlank()) {
            return act.get();
        }
        if (key.length() > LONGEST) {
            throw new Problem(HttpStatus.BAD_REQUEST, "Send an Idempotency-Key of at most 200 characters.");
        }
        return side.act(
                request.unit(),
                () -> claim(side, request, key) ? done(side, request, key, act) : again(side, request, key));
    }

    private boolean claim(Side side, Request request, String key) {
        return side.sql(side instanceof HealthSide ? """
                        insert into health.once (unit, client, key, digest, at)
                        values (:unit, :client, :key, :digest, :now) on conflict do nothing
                        """ : """
                        insert into team.once (unit, client, key, digest, at)
                        values (:unit, :client, :key, :digest, :now) on conflict do nothing
                        """)
                        .param("unit", request.unit())
                        .param("client", request.client().toString())
                        .param("key", key)
                        .param("digest", request.digest())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private String done(Side side, Request request, String key, Supplier<String> act) {
        var answer = act.get();
        side.sql(side instanceof HealthSide ? """
                        update health.once set answer = :answer, at = :now where unit = :unit and client = :client and key = :key
                        """ : """
                        update team.once set answer = :answer, at = :now where unit = :unit and client = :client and key = :key
                        """)
                .param("answer", answer.getBytes(StandardCharsets.UTF_8))
                .param("now", Timestamp.from(clock.instant()))
                .param("unit", request.unit())
                .param("client", request.client().toString())
                .param("key", key)
                .update();
        return answer;
    }

    private record Before(byte[] digest, byte[] answer) {}

    private static String again(Side side, Request request, String key) {
        var before = side.sql(side instanceof HealthSide ? """
                        select digest, answer from health.once where unit = :unit and client = :client and key = :key
                        """ : """
                        select digest, answer from team.once where unit = :unit and client = :client and key = :key
                        """)
                .param("unit", request.unit())
                .param("client", request.client().toString())
                .param("key", key)
                .query((row, _) -> new Before(row.getBytes("digest"), row.getBytes("answer")))
                .single();
        if (!MessageDigest.isEqual(before.digest(), request.digest())) {
            throw new Problem(HttpStatus.CONFLICT, "This Idempotency-Key was used for something else. Send a new one.");
        }
        return new String(Objects.requireNonNull(before.answer()), StandardCharsets.UTF_8);
    }

    /// SHA-256 of what was sent and where to.
    public static byte[] digest(String where, byte[] body) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            hash.update(where.getBytes(StandardCharsets.UTF_8));
            hash.update((byte) 0);
            return hash.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
