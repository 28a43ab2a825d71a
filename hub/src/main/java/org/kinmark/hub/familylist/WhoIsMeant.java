package org.kinmark.hub.familylist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.kinmark.exchange.Identity;
import org.kinmark.linkage.NhsNumber;

/// Finds among many people those whom somebody means who says no.
///
/// It errs on the side of finding: whoever is left off a list without need loses nothing, and to list
/// somebody who said no breaks a promise. So one sign is enough where an import would want two: the NHS
/// Number, or the names with the birth date even where the numbers differ, for one of them may be mistyped;
/// and else what the linkage takes for one person.
public final class WhoIsMeant {

    private final List<Identity> people;
    private final Map<NhsNumber, List<Integer>> byNumber = new HashMap<>();
    private final Map<Object, List<Integer>> byOneSign = new HashMap<>();

    /// @param people among whom somebody is to be found
    public WhoIsMeant(List<Identity> people) {
        this.people = List.copyOf(people);
        for (int i = 0; i < this.people.size(); i++) {
            var one = this.people.get(i);
            if (one.nhsNumber() != null) {
                byNumber.computeIfAbsent(one.nhsNumber(), _ -> new ArrayList<>())
                        .add(i);
            }
            for (var sign : signs(one)) {
                byOneSign.computeIfAbsent(sign, _ -> new ArrayList<>()).add(i);
            }
        }
    }

    /// The places, from 0, of those who are meant.
    public Set<Integer> by(Identity meant) {
        var found = new TreeSet<Integer>();
        if (meant.nhsNumber() != null) {
            found.addAll(byNumber.getOrDefault(meant.nhsNumber(), List.of()));
        }
        var near = new TreeSet<Integer>();
        signs(meant).forEach(sign -> near.addAll(byOneSign.getOrDefault(sign, List.of())));
        var name = NameAndBirth.of(meant);
        var open = new ArrayList<Integer>();
        for (int at : near) {
            if (name != null && name.equals(NameAndBirth.of(people.get(at)))) {
                found.add(at);
            } else if (!found.contains(at)) {
                open.add(at);
            }
        }
        var same = SamePerson.of(open.stream()
                .map(at -> new SamePerson.Pair(people.get(at), meant, false))
                .toList());
        for (int i = 0; i < same.length; i++) {
            if (same[i]) {
                found.add(open.get(i));
            }
        }
        return found;
    }

    /// The places of those with the same NHS Number, or the same names and birth date: for whoever knows exactly whom
    /// they mean.
    public Set<Integer> exactly(Identity meant) {
        var found = new TreeSet<Integer>();
        if (meant.nhsNumber() != null) {
            found.addAll(byNumber.getOrDefault(meant.nhsNumber(), List.of()));
        }
        var name = NameAndBirth.of(meant);
        if (name != null) {
            byOneSign.getOrDefault(name.born(), List.of()).stream()
                    .filter(at -> name.equals(NameAndBirth.of(people.get(at))))
                    .forEach(found::add);
        }
        return found;
    }

    /// What two entries of one person hardly ever differ in all of: only who shares one is compared.
    private static Set<Object> signs(Identity one) {
        var signs = new HashSet<Object>();
        var given = SamePerson.written(one.givenName());
        var family = SamePerson.written(one.familyName());
        var postcode = SamePerson.written(one.postcode());
        if (one.birthDate() != null) {
            signs.add(Objects.requireNonNull(one.birthDate()));
        }
        if (!given.isEmpty() && !family.isEmpty()) {
            // In either order: they are swapped on forms.
            signs.add(Set.copyOf(List.of(given, family)));
        }
        if (!postcode.isEmpty() && !given.isEmpty()) {
            signs.add(postcode + " " + given);
        }
        return signs;
    }
}
