package org.kinmark.hub.round;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.familylist.KnownMember;
import org.kinmark.hub.objection.WhoSaysIt;
import org.kinmark.hub.objection.Withheld;
import org.kinmark.hub.page.Moments;
import org.kinmark.rules.Decision;
import org.kinmark.rules.boundary.Arrival;
import org.kinmark.rules.boundary.Member;
import org.kinmark.rules.boundary.Service;
import org.kinmark.rules.boundary.Sex;

/// What of each member selects them for a list, and goes on it.
///
/// @param people the number of each person, as the checks know them
/// @param shielded whose postcode neither goes nor selects
/// @param lastTime families that are asked about as last time
/// @param asOf the day on which ages are counted
record ListedMembers(Questions.Numbers people, Set<UUID> shielded, LastTime lastTime, LocalDate asOf) {

    /// Whether a service gets somebody, as the checks were told.
    boolean isListed(Service service, KnownMember member) {
        return mayBeListed(member) && service.gets(of(member), asOf);
    }

    /// Whether the rules let somebody on any list: nobody who objected to the team, whoever else of the family is
    /// listed. To the checks they are not there.
    boolean mayBeListed(KnownMember member) {
        return !(withheld(member) instanceof Decision.Withhold);
    }

    /// What the rules say of somebody who objected to the team; null of everybody else.
    static @Nullable Decision withheld(KnownMember member) {
        var objected = member.objected();
        return objected == null
                ? null
                : WhoSaysIt.of(objected.by()).map(Withheld::list).orElseThrow();
    }

    /// The postcode with which somebody is listed; empty where their address is protected.
    String postcode(KnownMember member) {
        return shielded.contains(member.person()) ? "" : member.postcode();
    }

    /// A member as the checks see them.
    Member of(KnownMember member) {
        Arrival arrival = member.cameWithFamily() || member.secondSource() != null
                ? Arrival.WITH_THE_FAMILY
                : new Arrival.AddedLater(Moments.dayOf(member.addedAt()));
        return new Member(
                people.of(member.person()),
                Optional.ofNullable(member.birthDate()),
                sex(member.sex()),
                Optional.of(member.gpPractice()).filter(code -> !code.isEmpty()),
                shielded.contains(member.person()) ? Optional.empty() : district(member.postcode()),
                arrival,
                lastTime.only(member)
                        .map(services -> services.stream().map(UUID::toString).collect(Collectors.toSet())));
    }

    private static Optional<Sex> sex(String written) {
        return switch (written) {
            case "female" -> Optional.of(Sex.FEMALE);
            case "male" -> Optional.of(Sex.MALE);
            case "other" -> Optional.of(Sex.OTHER);
            default -> Optional.empty();
        };
    }

    /// What is left of the last three characters of a postcode.
    private static Optional<String> district(String postcode) {
        var plain = postcode.replace(" ", "").toUpperCase(Locale.ROOT);
        return plain.length() > 4 ? Optional.of(plain.substring(0, plain.length() - 3)) : Optional.empty();
    }
}
