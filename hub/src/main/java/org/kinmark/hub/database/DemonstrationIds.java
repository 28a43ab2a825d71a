package org.kinmark.hub.database;

import java.util.Random;

/// Lets a test choose which ids come to the family team's eyes, so that two runs can be compared to the byte. A
/// hub that is served for real has none.
public final class DemonstrationIds {

    private final TeamSide team;
    private final DispatchSide dispatch;
    private final StaffSide staff;
    private final HealthSide health;
    private final ReleaseSide release;

    DemonstrationIds(TeamSide team, DispatchSide dispatch, StaffSide staff, HealthSide health, ReleaseSide release) {
        this.team = team;
        this.dispatch = dispatch;
        this.staff = staff;
        this.health = health;
        this.release = release;
    }

    /// From now on the team's own ids, those of what it sends out and those of its staff follow from this number; none
    /// that the health side draws does.
    public void ofTheTeamFrom(long seed) {
        team.ids().drawFrom(new Random(seed));
        dispatch.ids().drawFrom(new Random(seed + 1));
        staff.idsOfTheTeam().drawFrom(new Random(seed + 2));
    }

    /// From now on what the health side itself draws follows from this number, its staff's ids included.
    public void ofHealthFrom(long seed) {
        health.ids().drawFrom(new Random(seed));
        staff.ids().drawFrom(new Random(seed + 1));
    }

    /// From now on the references of lists that go out again follow from this number: services see them, and never
    /// the team.
    public void ofListsSentAgainFrom(long seed) {
        release.ids().drawFrom(new Random(seed));
    }
}
