package org.kinmark.exchange;

/// One row of a list.
public record ListedPerson(FamilyRef family, PersonRef person, Identity identity) {}
