package org.kinmark.synthetic;

/// Somebody in a family, as the family team counts them.
///
/// @param id as `families.csv` writes it: the same in each family that has the person, and another where a person was
///        entered twice in one family
/// @param entry tells the entries of one person apart: 0 for the first
record Member(String id, Person person, int entry) {}
