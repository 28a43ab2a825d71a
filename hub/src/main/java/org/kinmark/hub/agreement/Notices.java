package org.kinmark.hub.agreement;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.database.Side;
import org.springframework.stereotype.Repository;

/// The `shared.notice` table: what each unit tells families about the sharing.
@Repository
public class Notices {

    /// How long a notice must have been out before anything is shared.
    public static final Duration LEAD = Duration.ofDays(28);

    private static final int LONGEST = 20_000;

    /// Whether something can be published as a notice.
    static boolean areWords(@Nullable String words) {
        return words != null && !words.isBlank() && words.length() <= LONGEST && ReadTerms.isText(words);
    }

    /// A notice that stands.
    public record Notice(UUID unit, String words, String publishedBy, Instant publishedAt) {

        /// Whether families have had time to read it.
        public boolean isInForce(Instant now) {
            return !now.isBefore(publishedAt.plus(LEAD));
        }
    }

    /// What stands, by unit.
    public Map<UUID, Notice> standing(Side side) {
        var notices = new HashMap<UUID, Notice>();
        side.sql("select unit, words, published_by, published_at from shared.notice where withdrawn_at is null")
                .query((row, _) -> new Notice(
                        row.getObject("unit", UUID.class),
                        row.getString("words"),
                        row.getString("published_by"),
                        row.getTimestamp("published_at").toInstant()))
                .list()
                .forEach(notice -> notices.put(notice.unit(), notice));
        return notices;
    }

    Optional<Notice> of(Side side, UUID unit) {
        return Optional.ofNullable(standing(side).get(unit));
    }

    void publish(Side side, UUID unit, String words, String by, Instant now) {
        withdraw(side, unit, now);
        side.sql("""
                        insert into shared.notice (unit, id, words, published_by, published_at)
                        values (:unit, :id, :words, :by, :now)
                        """)
                .param("unit", unit)
                .param("id", side.newId())
                .param("words", words)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    boolean withdraw(Side side, UUID unit, Instant now) {
        return side.sql("update shared.notice set withdrawn_at = :now where unit = :unit and withdrawn_at is null")
                        .param("now", Timestamp.from(now))
                        .param("unit", unit)
                        .update()
                == 1;
    }
}
