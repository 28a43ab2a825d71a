package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The hub, and its database, are killed around uploads, declarations and releases: there are all bits or none, never
/// before the instant, never twice; nothing that a service was told was taken is lost; and the audit says what the
/// state does. Five times here, so that each victim has its turn, and 200 times by a command.
class WhatAKillLeavesTest {

    private static final int KILLS = Integer.getInteger("kinmark.kills", 5);
    private static final long SEED = Long.getLong("kinmark.seed", 3);

    @Test
    void what_was_told_is_there_once_and_whole_after_a_kill() {
        try (var kills = new Kills(SEED)) {
            kills.kill(KILLS);
            System.out.println(kills.told());
            assertThat(kills.hits().of(Hits.Doing.RELEASE, Hits.Where.WITHIN))
                    .as("kills within a release's transaction")
                    .isPositive();
        }
    }
}
