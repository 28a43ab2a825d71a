package org.kinmark.exchange;

import java.util.List;

/// The families that a team knows.
///
/// @param members at least one, in the file's order
/// @param lines the line of each member, counting from 1
/// @param wrongNhsNumbers how many of them came with an NHS Number whose check digit is wrong; it counts as missing
public record Families(List<FamilyMember> members, List<Long> lines, int wrongNhsNumbers) {}
