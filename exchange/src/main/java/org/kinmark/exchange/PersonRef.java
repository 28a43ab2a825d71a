package org.kinmark.exchange;

/// What one row of a list is called: a person who is listed with two families has two.
public record PersonRef(String value) {}
