package org.kinmark.rules.boundary;

/// One way in which a family's bit could be 1: this person, this indicator, known to this kind of service.
///
/// @param person as in [Member]
/// @param indicator its id
/// @param kind of the service
/// @param fromTheCouncil whether the service is a unit of the team's own council: then its kind adds no kind
public record Explanation(int person, String indicator, ServiceKind kind, boolean fromTheCouncil) {}
