package org.kinmark.synthetic;

import java.time.LocalDate;
import java.util.List;

/// Who lives together, before they have names.
sealed interface Compositions permits UsualCompositions, OtherCompositions {

    static Compositions of(Kind kind, LocalDate asOf) {
        return kind.has(Trait.OTHER_HOUSEHOLDS) ? new OtherCompositions(asOf) : new UsualCompositions(asOf);
    }

    /// A family of `size` people, from 1, as a family team knows them.
    List<Place> family(Dice dice, int size);

    /// A household of the area at large.
    List<Place> household(Dice dice);
}
