package org.kinmark.exchange;

import java.util.List;
import java.util.Optional;

/// Takes the rows of a plain file in pieces, one thread a piece, and makes of them what the file holds.
///
/// @param <C> the columns
/// @param <P> what is made of one piece
/// @param <T> what the file holds
public interface PiecesReader<C extends Enum<C>, P, T> {

    /// Begins a piece; several are begun at the same time.
    P begin(Layout<C> layout);

    /// Takes a row.
    ///
    /// @return false where something is not as it should be
    boolean row(P piece, Fields<C> row);

    /// All pieces have ended, without mistakes.
    ///
    /// @param pieces in the order of the file
    /// @param mistakes for what has to be said, but is no mistake
    /// @return empty where something is not as it should be
    Optional<T> end(Layout<C> layout, List<P> pieces, Mistakes mistakes);
}
