package org.kinmark.hub.agreement;

import java.time.Instant;

/// A unit's notice as a family reads it.
public record PublishedNotice(String unit, String words, Instant since) {}
