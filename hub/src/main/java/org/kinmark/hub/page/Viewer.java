package org.kinmark.hub.page;

import java.util.List;

/// Whoever looks at a page, as the frame names them.
///
/// @param unit the unit for which they are signed in
/// @param programme what the council calls its programme
/// @param navigation at most five places
public record Viewer(String name, String unit, String programme, List<Place> navigation) {

    public Viewer {
        navigation = List.copyOf(navigation);
    }

    /// Says nothing about the person.
    @Override
    public String toString() {
        return "Viewer[hidden]";
    }
}
