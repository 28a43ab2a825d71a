package org.kinmark.hub.objection;

import org.kinmark.exchange.Identity;
import org.kinmark.rules.Objection;

/// What somebody says who objects.
///
/// @param person about whom, with given and family name and birth date
/// @param by who says it; never nobody
record Told(Identity person, Objection by) {

    @Override
    public String toString() {
        return "Told[hidden]";
    }
}
