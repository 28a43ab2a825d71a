package org.kinmark.hub.round;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kinmark.exchange.Shielding;
import org.kinmark.hub.database.Side;
import org.kinmark.hub.familylist.KnownMember;
import org.springframework.stereotype.Repository;

/// Whose address is protected: nowhere does it go, select or show anything.
///
/// It is a person who is shielded: what one row of theirs says holds for their other rows, in every family.
@Repository
class Shielded {

    /// The shielded among all people of the team, by [KnownMember#person].
    ///
    /// @param families every current family, whether or not the round would ask about it
    Set<UUID> people(Side side, UUID unit, Collection<List<KnownMember>> families, LocalDate asOf) {
        var shielded = new HashSet<>(saidSo(side, unit));
        for (var members : families) {
            boolean inDanger = Shielding.isInDanger(
                    ComposeRound.criteria(members),
                    members.stream().map(KnownMember::birthDate).toList(),
                    asOf);
            members.stream()
                    .filter(member -> Shielding.holds(said(member), inDanger))
                    .forEach(member -> shielded.add(member.person()));
        }
        return shielded;
    }

    /// An entry that was merged into another still speaks.
    private static List<UUID> saidSo(Side side, UUID unit) {
        return side.sql("""
                        select distinct person from team.member
                         where unit = :unit and left_at is null and shielded = 'yes'
                        """)
                .param("unit", unit)
                .query((row, _) -> row.getObject("person", UUID.class))
                .list();
    }

    private static org.kinmark.exchange.Shielded said(KnownMember member) {
        return switch (member.shielded()) {
            case "yes" -> org.kinmark.exchange.Shielded.YES;
            case "no" -> org.kinmark.exchange.Shielded.NO;
            default -> org.kinmark.exchange.Shielded.NOT_SAID;
        };
    }
}
