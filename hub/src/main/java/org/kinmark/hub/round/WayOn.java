package org.kinmark.hub.round;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kinmark.rules.boundary.Check;

/// What can be done about a family that a check keeps off.
///
/// @param path of the page where it is done; null where doing nothing is what it says
/// @param asLastTime the family that a button has asked about as last time; null where it is another way
public record WayOn(
        String words, @Nullable String path, @Nullable UUID asLastTime) {

    private static final String AS_LAST_TIME = "Ask as last time";

    /// Most promising first, each once.
    ///
    /// @param criteria of the round that keeps it off
    /// @param isRepeatable whether it may be asked about as last time, here and now
    static List<WayOn> of(Collection<Check> checks, UUID family, UUID agreement, int criteria, boolean isRepeatable) {
        var ways = new LinkedHashMap<String, WayOn>();
        var failed = checks.isEmpty() ? EnumSet.noneOf(Check.class) : EnumSet.copyOf(checks);
        var page = "/families/" + family;
        failed.forEach(check -> {
            for (var mend : Words.mendsOf(check)) {
                switch (mend) {
                    case CONSENT_FIRST -> put(ways, Words.of(mend), page);
                    case HOLD -> put(ways, Words.of(mend), null);
                    case ASK_AS_LAST_TIME -> {
                        if (isRepeatable) {
                            ways.putIfAbsent(AS_LAST_TIME, new WayOn(AS_LAST_TIME, null, family));
                        } else {
                            put(ways, Words.of(mend), null);
                        }
                    }
                }
            }
            switch (check) {
                case MEMBERS, EXPLANATIONS, SUBTRACTION ->
                    put(ways, "Record who else knows somebody who came later", page);
                case SERVICES, AGAIN, CAP, INDICATORS, FAMILIES -> {}
            }
            if (check.isWaivable()) {
                put(
                        ways,
                        "Ask a Caldicott Guardian to waive “" + Words.title(check) + "”",
                        "/waivers/new?agreement=" + agreement + "&criteria=" + criteria + "&failed="
                                + Waivers.written(check));
            }
        });
        return new ArrayList<>(ways.values());
    }

    private static void put(LinkedHashMap<String, WayOn> ways, String words, @Nullable String path) {
        ways.putIfAbsent(words, new WayOn(words, path, null));
    }
}
