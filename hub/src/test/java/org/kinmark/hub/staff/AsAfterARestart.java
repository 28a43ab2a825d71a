package org.kinmark.hub.staff;

import org.kinmark.hub.TestHub;

/// Takes from a hub what it keeps in memory alone, where a test goes back in time and nothing may be left of what came
/// later.
public final class AsAfterARestart {

    private AsAfterARestart() {}

    public static void forget(TestHub hub) {
        hub.part(FailedSignIns.class).forget();
    }
}
