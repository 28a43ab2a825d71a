package org.kinmark.hub;

import java.time.Duration;

/// Kills more often than the test suite has time for.
final class KillCommand {

    private static final int ENOUGH = 20;

    private KillCommand() {}

    /// Kills, and says where it hit; exits 1 where too few kills hit a release within its transaction.
    ///
    /// @param arguments how often, and the seed
    public static void main(String[] arguments) {
        long began = System.nanoTime();
        int times = Integer.parseInt(arguments[0]);
        int within;
        try (var kills = new Kills(Long.parseLong(arguments[1]))) {
            kills.kill(times);
            System.out.println(kills.told());
            within = kills.hits().of(Hits.Doing.RELEASE, Hits.Where.WITHIN);
        }
        System.out.println(
                "Nothing that was told was lost, nothing was there twice, early or in part, and the audit said"
                        + " the same. It took "
                        + Duration.ofNanos(System.nanoTime() - began).toSeconds() + " seconds.");
        boolean isEnough = within >= Math.min(ENOUGH, times / ENOUGH);
        if (!isEnough) {
            System.err.println("Only " + within + " kills hit a release within its transaction.");
        }
        System.exit(isEnough ? 0 : 1);
    }
}
