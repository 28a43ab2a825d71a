package org.kinmark.hub.home;

import java.util.List;
import org.kinmark.hub.staff.SignedIn;

/// Something that may have work for whoever is signed in. Each step of the guidance says what of its own waits.
public interface WhatWaits {

    /// What waits for them, most urgent first; none where nothing does.
    List<Waiting> of(SignedIn who);
}
