package org.kinmark.rules.attack;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.kinmark.rules.attack.Statement.Need;
import org.kinmark.rules.boundary.Explanation.Event;

/// That a statement is not true, as what must then be absent.
///
/// @param absent needs that the person does not have
/// @param unsaid of a need, the kinds of service that do not say so, a bit each by ordinal
record Denial(Set<Need> absent, Map<Need, Integer> unsaid) {

    /// Denies nothing.
    static final Denial NOTHING = new Denial(Set.of(), Map.of());

    /// That nobody has any of these needs.
    static Denial ofNeeds(Set<Need> needs) {
        return new Denial(needs, Map.of());
    }

    /// That no service says any of these.
    static Denial ofEvents(Set<Event> events) {
        var unsaid = new LinkedHashMap<Need, Integer>();
        events.forEach(event -> unsaid.merge(
                new Need(event.person(), event.indicator()), 1 << event.kind().ordinal(), (a, b) -> a | b));
        return new Denial(Set.of(), unsaid);
    }

    /// All needs of which it speaks.
    Set<Need> needs() {
        var needs = new LinkedHashSet<>(absent);
        needs.addAll(unsaid.keySet());
        return needs;
    }

    /// Whether it says anything of a need.
    boolean concerns(Need need) {
        return absent.contains(need) || unsaid.containsKey(need);
    }

    /// Whether a need may be so while the denial stands.
    boolean allows(Need need, Told told) {
        return !(told.has() && absent.contains(need)) && (told.said() & unsaid.getOrDefault(need, 0)) == 0;
    }
}
