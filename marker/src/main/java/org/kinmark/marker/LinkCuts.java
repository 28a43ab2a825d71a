package org.kinmark.marker;

import java.util.Optional;

/// What a link is, by its probability and by what a professional said of it.
///
/// @param accept from which probability on a link is taken
/// @param lowest from which probability on it is shown
record LinkCuts(double accept, double lowest) {

    /// A word goes before any probability: whoever said it has looked at both people, and the software
    /// has not.
    ///
    /// @return empty where nothing is to be said of it
    Optional<LinkState> state(double probability, Optional<Word> word) {
        if (word.filter(Word::same).isPresent()) {
            return Optional.of(LinkState.ACCEPTED);
        }
        if (probability < lowest) {
            return Optional.empty();
        }
        if (word.isPresent()) {
            return Optional.of(LinkState.SET_ASIDE);
        }
        return Optional.of(probability >= accept ? LinkState.ACCEPTED : LinkState.DOUBTFUL);
    }
}
