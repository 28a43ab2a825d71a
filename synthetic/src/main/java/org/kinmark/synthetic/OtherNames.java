package org.kinmark.synthetic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What else a name may be written as: nicknames and other spellings.
final class OtherNames {

    private final Map<String, List<String>> nicknames =
            WordLists.read("nicknames.txt").lists();
    private final Map<String, List<String>> spellings = new HashMap<>();

    OtherNames() {
        for (var line : WordLists.lines("spellings.txt")) {
            var names = List.of(line.split(" +", -1));
            for (var name : names) {
                var others = spellings.computeIfAbsent(name, _ -> new ArrayList<>());
                names.stream().filter(other -> !other.equals(name)).forEach(others::add);
            }
        }
    }

    /// What a given name's bearers are called by those who know them, or nothing.
    List<String> nicknames(String given) {
        return nicknames.getOrDefault(given, List.of());
    }

    List<String> spellings(String name) {
        return spellings.getOrDefault(name, List.of());
    }
}
