package org.kinmark.hub.staff;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/// From which network an address is: those of one household or office count as one.
public final class Network {

    /// The first half is the network of one household or office; the rest is anybody's to choose.
    private static final int BYTES = 8;

    private Network() {}

    /// An IPv4 address as it is; of an IPv6 address its first 64 bits, however it is written.
    public static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            // With a colon it is an address, and nobody is asked what its name is.
            var bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(BYTES, bytes.length)));
        } catch (UnknownHostException _) {
            return address;
        }
    }
}
