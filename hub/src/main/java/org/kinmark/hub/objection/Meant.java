package org.kinmark.hub.objection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kinmark.exchange.Identity;
import org.kinmark.hub.familylist.WhoIsMeant;

/// Whom on lists an objection means.
final class Meant {

    private final List<ListsOut.OnList> people;
    private final WhoIsMeant anywhere;
    private final Map<UUID, List<ListsOut.OnList>> byFamily = new HashMap<>();

    Meant(List<ListsOut.OnList> people) {
        this.people = people;
        this.anywhere =
                new WhoIsMeant(people.stream().map(ListsOut.OnList::person).toList());
        people.forEach(one ->
                byFamily.computeIfAbsent(one.family(), _ -> new ArrayList<>()).add(one));
    }

    /// Everywhere, or on the lists of the team that was told. That team knows whom it means: within the family
    /// the name is enough, however little else is known of them, and whoever is the same but for a mistake that was
    /// put right since the list went out; elsewhere nobody is meant who is only alike.
    Set<ListsOut.OnList> by(StandingObjections.Standing objection) {
        var found = new LinkedHashSet<ListsOut.OnList>();
        var places = objection.team() == null ? anywhere.by(objection.person()) : anywhere.exactly(objection.person());
        places.forEach(at -> found.add(people.get(at)));
        if (objection.team() != null) {
            found.removeIf(one -> !one.list().team().equals(objection.team()));
            var family = byFamily.getOrDefault(objection.family(), List.of());
            family.stream()
                    .filter(one -> name(one.person()).equals(name(objection.person())))
                    .forEach(found::add);
            new WhoIsMeant(family.stream().map(ListsOut.OnList::person).toList())
                    .by(objection.person())
                    .forEach(at -> found.add(family.get(at)));
        }
        return found;
    }

    private static String name(Identity person) {
        return (person.givenName() + " " + person.familyName()).toLowerCase(Locale.ROOT);
    }
}
