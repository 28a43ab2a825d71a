package org.kinmark.exchange;

/// What one list is called: one service, one round.
public record ListRef(String value) {}
