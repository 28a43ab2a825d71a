package org.kinmark.synthetic;

import java.util.List;

/// A person with their health and their practice: what decides which registers hold them.
///
/// @param practice where they are registered, or [#NO_PRACTICE]
/// @param inFamily whether they are in a programme family
record Patient(Person person, int practice, boolean inFamily, List<Episode> episodes) {

    /// Registered outside the area, or nowhere.
    static final int NO_PRACTICE = -1;
}
