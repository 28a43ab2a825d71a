package org.kinmark.synthetic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What else a name may be written as: nicknames and other spellings.
final class OtherNames {

    private final Map<String, List<String>> nicknames;
    private final Map<String, List<String>> spellings = new HashMap<>();

    OtherNames(Kind kind) {
        boolean many = kind.has(Trait.MANY_LANGUAGES);
        this.nicknames = WordLists.read(many ? "names/other/short-forms.txt" : "nicknames.txt")
                .lists();
        for (var line : WordLists.lines(many ? "names/other/spellings.txt" : "spellings.txt")) {
            var names = Stream.of(line.split(" +", -1))
                    .map(name -> name.replace('_', ' '))
                    .toList();
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
