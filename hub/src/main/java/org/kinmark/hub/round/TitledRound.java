package org.kinmark.hub.round;

/// A round with what its agreement is called.
public record TitledRound(Round round, String title) {}
