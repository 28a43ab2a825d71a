package org.kinmark.linkage;

/// A left record and the right record that is probably the same person.
///
/// @param left index of the left record, from 0
/// @param right index of the right record, from 0
/// @param probability that they are one person, all evidence considered; 0 < probability < 1
/// @param weight the same in bits: log2(probability / (1 - probability)), exact where the probability is too near
///     to 0 or 1 to be told from them
public record Link(int left, int right, double probability, double weight) {}
