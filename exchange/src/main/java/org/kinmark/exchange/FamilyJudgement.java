package org.kinmark.exchange;

/// A professional's judgement of one family.
///
/// @param line where the file says so, for whoever has to mend it
public record FamilyJudgement(FamilyRef family, Judgement judgement, long line) {}
