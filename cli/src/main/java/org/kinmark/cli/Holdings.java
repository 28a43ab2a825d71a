package org.kinmark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.FamilyMember;
import org.kinmark.exchange.HeldFile;
import org.kinmark.exchange.HeldRow;
import org.kinmark.exchange.Indicator;
import org.kinmark.exchange.NewFile;
import org.kinmark.linkage.Sex;
import org.kinmark.rules.boundary.Member;
import org.kinmark.rules.boundary.Service;

/// What the team holds when a rehearsal is over, as `kinmark attack` reads it: its lists and the bits, and nothing that
/// any service knows.
final class Holdings {

    private final Area area;
    private final Map<String, Boolean> bits;
    private final List<HeldRow> rows = new ArrayList<>();

    private Holdings(Area area, Map<String, Boolean> bits) {
        this.area = area;
        this.bits = bits;
    }

    /// Writes `held.csv`; of a void round it has no row.
    static void write(Area area, Round round, Released released, Path folder) throws IOException {
        var holdings = new Holdings(area, released.bits());
        round.questions()
                .forEach((family, question) -> question.listed()
                        .forEach((service, members) ->
                                members.forEach(member -> holdings.add(family, service, member))));
        try (var file = NewFile.at(folder.resolve("held.csv"))) {
            HeldFile.write(holdings.rows, file.writer());
            file.commit();
        }
    }

    private void add(String family, Service service, Member member) {
        if (bits.containsKey(family)) {
            // Somebody entered twice is one person: the team's id of their first row.
            var first = area.members().get(member.person());
            area.agreement()
                    .indicators()
                    .forEach(indicator -> rows.add(row(family, service, member, first, indicator)));
        }
    }

    private HeldRow row(String family, Service service, Member member, FamilyMember first, Indicator indicator) {
        var agreement = area.agreement();
        return new HeldRow(
                agreement.ref(),
                agreement.asOf(),
                family,
                first.personId(),
                birthDate(member, first),
                member.sex().map(Holdings::written).orElse(Sex.UNKNOWN),
                service.kind(),
                service.isOfTheCouncil(),
                indicator.id(),
                indicator.minAge(),
                indicator.maxAge(),
                indicator.sex(),
                Objects.requireNonNull(bits.get(family)));
    }

    /// A person has one birth date, whichever was typed in another row: where both have one, that of the
    /// first.
    private static @Nullable LocalDate birthDate(Member member, FamilyMember first) {
        return member.birthDate()
                .map(own -> Objects.requireNonNullElse(first.identity().birthDate(), own))
                .orElse(null);
    }

    private static Sex written(org.kinmark.rules.boundary.Sex sex) {
        return switch (sex) {
            case FEMALE -> Sex.FEMALE;
            case MALE -> Sex.MALE;
            case OTHER -> Sex.OTHER;
        };
    }
}
