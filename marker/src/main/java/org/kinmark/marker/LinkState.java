package org.kinmark.marker;

/// How sure the link between a person on the list and a patient is.
public enum LinkState {
    /// Taken as that patient.
    ACCEPTED,
    /// For a professional to look at; suggests nothing by itself.
    DOUBTFUL,
    /// Somebody else, on a professional's word; suggests nothing and asks nothing.
    SET_ASIDE
}
