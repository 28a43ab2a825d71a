package org.kinmark.synthetic;

/// Where somebody in a family is registered, and where the family team believes they are.
///
/// @param practice the true one, or [Patient#NO_PRACTICE]
/// @param onFile the one in `families.csv`, or -1 where it is not known
record Registration(int practice, int onFile) {}
