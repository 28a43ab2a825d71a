package org.kinmark.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// A word of the rules: written in requests, decisions and audit entries as its name in lower case.
public interface Word {

    /// The name of the constant.
    String name();

    /// The word as a request or a decision writes it, such as `relevant_health_information`.
    default String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The words in the order in which a decision lists them: by their spelling.
    static <W extends Word> List<W> sorted(List<W> words) {
        if (words.size() < 2) {
            return List.copyOf(words);
        }
        var sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparing(Word::written));
        return Collections.unmodifiableList(sorted);
    }
}
