package org.kinmark.exchange;

/// What a family is called on one list: drawn fresh for each service and round, so that it joins nothing.
public record FamilyRef(String value) {}
