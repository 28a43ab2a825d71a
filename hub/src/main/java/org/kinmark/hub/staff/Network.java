package org.kinmark.hub.staff;

import java.util.Arrays;
import java.util.Locale;

/// From which network an address is: those of one household or office count as one.
public final class Network {

    /// The first four groups are the network of one household or office; the rest is anybody's to choose.
    private static final int GROUPS = 4;

    private Network() {}

    /// An IPv4 address as it is; of an IPv6 address its first 64 bits, as they are written.
    public static String of(String address) {
        var groups = address.split(":", -1);
        return groups.length <= GROUPS
                ? address
                : String.join(":", Arrays.copyOf(groups, GROUPS)).toLowerCase(Locale.ROOT);
    }
}
