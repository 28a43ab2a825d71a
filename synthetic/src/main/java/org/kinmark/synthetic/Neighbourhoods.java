package org.kinmark.synthetic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The families' people by the practice at which they are registered or, where they are at none, near which they live.
final class Neighbourhoods {

    private final List<List<List<Patient>>> near = new ArrayList<>();

    /// @param registrations each person's, by number
    /// @param health each person's, by number
    Neighbourhoods(int practices, List<Family> families, List<Registration> registrations, List<List<Episode>> health) {
        for (int i = 0; i < practices; i++) {
            near.add(new ArrayList<>());
        }
        for (var family : families) {
            var groups = new LinkedHashMap<Integer, List<Patient>>();
            for (var person : family.livingTogether()) {
                int practice = registrations.get(person.number()).practice();
                int place = practice == Patient.NO_PRACTICE ? family.practice() : practice;
                groups.computeIfAbsent(place, _ -> new ArrayList<>(4))
                        .add(new Patient(person, practice, true, health.get(person.number())));
            }
            for (Map.Entry<Integer, List<Patient>> group : groups.entrySet()) {
                near.get(group.getKey()).add(group.getValue());
            }
        }
    }

    /// Each family's patients there, relatives together.
    List<List<Patient>> near(int practice) {
        return near.get(practice);
    }
}
