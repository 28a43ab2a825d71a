package org.kinmark.marker;

import java.util.Optional;
import org.kinmark.exchange.Columns;
import org.kinmark.exchange.Source;

/// The files that a service marks from. All but the list and the agreement are its own and never leave it.
///
/// @param named headings of the service's own files that its user named
public record MarkingFiles(
        Source list,
        Source agreement,
        Source register,
        Source conditions,
        Optional<Source> objections,
        Columns named) {}
