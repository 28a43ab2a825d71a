package org.kinmark.exchange;

/// What a health service says of a family: that it is a priority, or nothing. Has no room for who or what.
public record Mark(FamilyRef family, boolean priority) {}
