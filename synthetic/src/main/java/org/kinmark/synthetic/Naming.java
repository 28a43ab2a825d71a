package org.kinmark.synthetic;

import java.util.List;
import java.util.Locale;

/// How family names go from parents to children.
enum Naming {
    /// Most couples bear one name, and their children with them.
    SHARED,
    /// Everybody has two, the first of each parent's, and keeps both for life.
    TWO_SURNAMES,
    /// A child's is its father's given name, where he lives with it.
    PATRONYMIC;

    /// Reads a list of one word, or of none where names are shared.
    static Naming of(List<String> words) {
        return words.isEmpty()
                ? SHARED
                : valueOf(words.getFirst().toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
