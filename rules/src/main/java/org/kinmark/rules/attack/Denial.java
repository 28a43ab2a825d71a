package org.kinmark.rules.attack;

import java.util.HashSet;
import java.util.Set;
import org.kinmark.rules.attack.Statement.Need;
import org.kinmark.rules.boundary.Explanation;
import org.kinmark.rules.boundary.ServiceKind;

/// That a statement is not true, as what must then be absent.
///
/// @param absent needs that nobody has
/// @param unsaid events that no service says
record Denial(Set<Need> absent, Set<Explanation.Event> unsaid) {

    /// Denies nothing.
    static final Denial NOTHING = new Denial(Set.of(), Set.of());

    /// All needs of which it speaks.
    Set<Need> needs() {
        var needs = new HashSet<>(absent);
        unsaid.forEach(event -> needs.add(new Need(event.person(), event.indicator())));
        return needs;
    }

    /// Whether what would have to be so for a person's need leaves the denial standing.
    boolean allows(Need need, Told told) {
        return (!told.has() || !absent.contains(need)) && (told.said() & unsaidOf(need)) == 0;
    }

    private int unsaidOf(Need need) {
        int kinds = 0;
        if (!unsaid.isEmpty()) {
            for (var kind : ServiceKind.values()) {
                kinds |= unsaid.contains(new Explanation.Event(need.person(), need.indicator(), kind))
                        ? 1 << kind.ordinal()
                        : 0;
            }
        }
        return kinds;
    }
}
