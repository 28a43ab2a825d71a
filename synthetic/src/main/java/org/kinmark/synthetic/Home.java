package org.kinmark.synthetic;

/// Where a household lives, and where it lived before.
///
/// @param household the same for all who live there, and for nobody else
record Home(long household, String postcode, String formerPostcode) {

    /// The same, of somebody who came from elsewhere than the others.
    Home from(String other) {
        return new Home(household, postcode, other);
    }
}
