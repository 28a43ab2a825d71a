package org.kinmark.rules.boundary;

/// Why a family may not be asked about, or a round not opened: the check that was not passed, and what was counted.
///
/// All of it is what the family team knows anyway, so it may be shown and says nothing about health.
public sealed interface KeptOff {

    /// Too few services that could know someone of the family, or of too few kinds; units of the council not counted.
    record TooFewServices(int services, int kinds) implements KeptOff {}

    /// Too few people of the family whom any service could know.
    record TooFewMembers(int people) implements KeptOff {}

    /// What could explain a 1 is spread over too few people, indicators or kinds of service.
    record TooFewExplanations(int people, int indicators, int kinds) implements KeptOff {}

    /// The agreement names too few indicators, or of too few groups: no family of the round may be asked about.
    record TooFewIndicators(int indicators, int groups) implements KeptOff {}
}
