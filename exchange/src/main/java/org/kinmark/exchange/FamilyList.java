package org.kinmark.exchange;

import java.util.List;

/// The families that one service is asked about in one round.
///
/// @param people at least one, in the list's order
/// @param wrongNhsNumbers how many of them came with an NHS Number whose check digit is wrong; it counts as missing
public record FamilyList(ListRef ref, List<ListedPerson> people, int wrongNhsNumbers) {

    /// The families, in the order in which the list first names them.
    public List<FamilyRef> families() {
        return people.stream().map(ListedPerson::family).distinct().toList();
    }
}
