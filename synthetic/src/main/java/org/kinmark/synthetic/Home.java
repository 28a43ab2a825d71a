package org.kinmark.synthetic;

/// Where a household lives, and where it lived before.
///
/// @param household the same for all who live there, and for nobody else
record Home(long household, String postcode, String formerPostcode) {}
