package org.kinmark.rules.boundary;

/// One way in which a family's bit could be 1: this person, this indicator, known to this kind of service.
///
/// @param person as in [Member]
/// @param indicator its id
/// @param kind of the service
/// @param fromTheCouncil whether only units of the team's own council could say so: then its kind adds no kind
/// @param hides whether the person counts as one of those who hide each other: see [Arrival]
public record Explanation(int person, String indicator, ServiceKind kind, boolean fromTheCouncil, boolean hides) {

    /// What the explanation says happened, whoever could have said so.
    public record Event(int person, String indicator, ServiceKind kind) {}

    /// The explanation as an event, whoever could have said so.
    public Event event() {
        return new Event(person, indicator, kind);
    }
}
