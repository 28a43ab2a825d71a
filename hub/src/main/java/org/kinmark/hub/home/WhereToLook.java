package org.kinmark.hub.home;

import java.util.List;
import org.kinmark.hub.staff.SignedIn;

/// Something that whoever is signed in may come to look into.
public interface WhereToLook {

    /// The places; none where it is not for them.
    List<Shortcut> placesFor(SignedIn who);
}
