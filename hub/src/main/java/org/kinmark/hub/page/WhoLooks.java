package org.kinmark.hub.page;

import java.util.Optional;

/// Tells the frame who is signed in. The records of staff know; the frame asks through this, so that neither needs the
/// other.
public interface WhoLooks {

    /// Whoever makes the request at hand; empty where nobody is signed in.
    ///
    /// @param path of the page, to show where in the navigation they are
    Optional<Viewer> at(String path);
}
