package org.kinmark.hub.database;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// The clock of a demonstration: it runs ahead of the real one by as much as it was moved, and never goes back. The
/// database's own clock moves with it, in the same statement.
public final class DemonstrationClock implements InstantSource {

    /// @param standing where it stands still; null where it runs
    private record Setting(@Nullable Instant standing, Duration ahead) {}

    private final StaffSide db;
    private volatile Setting setting;

    private DemonstrationClock(StaffSide db, Setting setting) {
        this.db = db;
        this.setting = setting;
    }

    static DemonstrationClock of(StaffSide db) {
        return new DemonstrationClock(db, read(db));
    }

    @Override
    public Instant instant() {
        var now = setting;
        return now.standing() != null ? now.standing() : Instant.now().plus(now.ahead());
    }

    /// Moves on to a moment, from which it runs.
    ///
    /// @return false where that moment is past already
    public boolean moveTo(Instant moment) {
        return set(moment, false);
    }

    /// Moves on to a moment and stands there, so that two runs see the same.
    ///
    /// @return false where that moment is past already
    public boolean standAt(Instant moment) {
        return set(moment, true);
    }

    private synchronized boolean set(Instant moment, boolean standing) {
        boolean moved = db.actForAll(() -> db.sql("select kinmark.move_clock(:moment, :standing)")
                .param("moment", Timestamp.from(moment))
                .param("standing", standing)
                .query(Boolean.class)
                .single());
        setting = read(db);
        return moved;
    }

    private static Setting read(StaffSide db) {
        return db.actForAll(() -> db.sql(
                        "select standing, extract(epoch from ahead) as ahead from kinmark.clock_setting()")
                .query((row, _) -> {
                    var standing = row.getTimestamp("standing");
                    return new Setting(
                            standing == null ? null : standing.toInstant(),
                            Duration.ofMillis(Math.round(row.getDouble("ahead") * 1000)));
                })
                .single());
    }
}
