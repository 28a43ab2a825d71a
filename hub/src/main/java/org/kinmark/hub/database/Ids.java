package org.kinmark.hub.database;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// A source of random ids (UUID version 4, RFC 9562). Each side of the boundary draws from one of its own: whatever
/// happens at the services, it moves no id that the family team comes to see.
final class Ids {

    private static final long VERSION = 0x4000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private volatile RandomGenerator source = new SecureRandom();

    UUID draw() {
        var from = source;
        return new UUID((from.nextLong() & ~0xF000L) | VERSION, (from.nextLong() & ~(0b11L << 62)) | VARIANT);
    }

    /// For a demonstration and for tests only: two runs from the same seed draw the same.
    void drawFrom(RandomGenerator seeded) {
        source = seeded;
    }
}
