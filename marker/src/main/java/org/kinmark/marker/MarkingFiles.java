package org.kinmark.marker;

import java.util.Optional;
import org.kinmark.exchange.Columns;
import org.kinmark.exchange.Source;

/// The files that a service marks from. All but the list and the agreement are its own and never leave it.
///
/// @param samePerson what a professional says of links now
/// @param remembered what was said of them in earlier rounds
/// @param named headings of the service's own files that its user named
public record MarkingFiles(
        Source list,
        Source agreement,
        Source register,
        Source conditions,
        Optional<Source> objections,
        Optional<Source> samePerson,
        Optional<Source> remembered,
        Columns named) {}
