package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.kinmark.hub.database.ServerToKill;

/// What is there after a kill: nothing that somebody was told was taken is lost, nothing is there twice, early or in
/// part, and the audit says of each act what the rest of the database does.
final class Afterwards {

    private static final String OF_ROUND = " join health.list using (unit, list_ref) where round = '";

    private final ServerToKill server;

    Afterwards(ServerToKill server) {
        this.server = server;
    }

    /// What is there of one service's list.
    ///
    /// @param draft whether marks are held
    /// @param declared whether they are declared
    record There(boolean draft, boolean declared) {}

    /// Looks at a list, and at what the audit says of it.
    There list(String list) {
        long drafts = server.count("select count(*) from health.draft where list_ref = '" + list + "'");
        long declared = server.count("select count(*) from health.declaration where list_ref = '" + list + "'");
        assertThat(declared).as("declarations of one list").isLessThanOrEqualTo(1);
        assertThat(entries("declared", list)).as("entries of a declaration").isEqualTo(declared);
        assertThat(entries("draft_saved", list))
                .as("entries of a draft that was saved, which is there")
                .isEqualTo(drafts);
        assertThat(drafts).as("drafts of a list that is declared").isGreaterThanOrEqualTo(declared);
        return new There(drafts == 1, declared == 1);
    }

    private long entries(String act, String list) {
        return server.count("select count(*) from health.audit where act = '" + act + "' and object = '" + list + "'");
    }

    /// The entries of every unit are numbered from 1 without a gap, and none is missing at the end.
    void auditIsWhole() {
        for (var side : new String[] {"team", "health"}) {
            assertThat(server.count(
                            "select count(*) from " + side + ".audit_head h left join (select unit, count(*) as n,"
                                    + " max(number) as last from " + side + ".audit group by unit) a using (unit)"
                                    + " where a.n is distinct from h.number or a.last is distinct from h.number"))
                    .as("units whose audit has a gap")
                    .isZero();
        }
    }

    /// The bits that are there: all, or none.
    boolean isReleased(KilledRound round) {
        long marks = marks(round);
        assertThat(marks).as("bits").isIn(0L, (long) round.marked().size());
        return marks > 0;
    }

    long marks(KilledRound round) {
        return server.count("select count(*) from released.mark where round = '" + round.id() + "'");
    }

    /// Before the release: each answer that a service was told was taken, the map, the key; and nobody was told.
    void allIsThere(KilledRound round) {
        assertThat(server.count("select count(*) from shared.round where state = 'open' and id = '" + round.id() + "'"))
                .as("the round is open")
                .isEqualTo(1);
        assertThat(of("health.draft", round)).as("drafts").isEqualTo(Area.SERVICES.size());
        assertThat(of("health.declaration", round)).as("declarations").isEqualTo(Area.SERVICES.size());
        assertThat(of("health.listed", round)).as("people on lists").isPositive();
        assertThat(server.count("select count(*) from release.map where round = '" + round.id() + "'"))
                .as("references")
                .isPositive();
        assertThat(key(round)).as("the round's key").exists();
        assertThat(entries(round)).as("entries of the release").isZero();
        assertThat(entriesAtServices(round))
                .as("entries of the release at the services")
                .isZero();
        assertThat(marks(round)).as("bits before the release").isZero();
    }

    /// After it: nothing of what a service answered is left, and everybody was told once.
    void allIsOver(KilledRound round) {
        assertThat(server.count(
                        "select count(*) from shared.round where state = 'released' and id = '" + round.id() + "'"))
                .as("the round is released")
                .isEqualTo(1);
        assertThat(of("health.draft", round)).as("drafts").isZero();
        assertThat(of("health.listed", round)).as("people on lists").isZero();
        assertThat(key(round)).as("the round's key").doesNotExist();
        assertThat(entries(round)).as("entries of the release").isEqualTo(1);
        assertThat(entriesAtServices(round))
                .as("entries of the release at the services")
                .isEqualTo(Area.SERVICES.size());
    }

    private long of(String table, KilledRound round) {
        return server.count("select count(*) from " + table + OF_ROUND + round.id() + "'");
    }

    Path key(KilledRound round) {
        return server.folder().resolve("keys").resolve(round.id() + ".key");
    }

    private long entries(KilledRound round) {
        return server.count(
                "select count(*) from team.audit where act = 'round_released' and object = '" + round.id() + "'");
    }

    private long entriesAtServices(KilledRound round) {
        return server.count("select count(*) from health.audit join health.list on object = list_ref::text"
                + " where act = 'round_released' and round = '" + round.id() + "'");
    }
}
