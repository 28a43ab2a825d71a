package org.kinmark.hub.staff;

import java.util.List;
import org.kinmark.hub.page.Mistake;

/// What came of an invitation.
sealed interface Invited {

    /// It was made.
    ///
    /// @param name whom it is for
    /// @param link the path by which they take it up, once
    record Made(String name, String link) implements Invited {

        @Override
        public String toString() {
            return "Made[hidden]";
        }
    }

    /// It was not, and all of this is to be put right.
    record Refused(List<Mistake> why) implements Invited {}
}
