package org.kinmark.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/// Writes `families.csv`, as the council's family team keeps it.
final class FamilyFile {

    private final long seed;
    private final LocalDate asOf;
    private final Clerk clerk;
    private final List<Service> practices;

    FamilyFile(Order order, Clerk clerk, List<Service> practices) {
        this.seed = order.seed();
        this.asOf = order.asOf();
        this.clerk = clerk;
        this.practices = practices;
    }

    /// @param registrations each person's, by number
    void write(Path file, List<Family> families, List<Registration> registrations) throws IOException {
        try (var csv = new CsvFile(
                file,
                "family_id",
                "person_id",
                "nhs_number",
                "given_name",
                "family_name",
                "birth_date",
                "sex",
                "postcode",
                "gp_practice",
                "shielded",
                "criteria")) {
            families.forEach(family -> write(csv, family, registrations));
        }
    }

    private void write(CsvFile csv, Family family, List<Registration> registrations) {
        var dice = Dice.of(seed, Purpose.CRITERIA, family.index());
        var ages = family.members().stream()
                .map(member -> member.person().age(asOf))
                .toList();
        var criteria = Criteria.draw(dice, ages);
        boolean abuse = criteria.stream().anyMatch(row -> row.contains(Criteria.DOMESTIC_ABUSE));
        var shielded = shielded(dice, abuse);
        for (int i = 0; i < ages.size(); i++) {
            var member = family.members().get(i);
            var written = clerk.forFamilyTeam(member);
            int onFile = registrations.get(member.person().number()).onFile();
            csv.row(
                    family.id(),
                    member.id(),
                    written.nhsNumber(),
                    written.given(),
                    written.family(),
                    written.birth(),
                    written.sex(),
                    written.postcode(),
                    onFile < 0 ? "" : practices.get(onFile).odsCode(),
                    shielded,
                    criteria.get(i).stream().map(Criteria::written).collect(Collectors.joining(";")));
        }
    }

    /// One answer for the whole family: an address is hidden for all who live there, or for nobody.
    private static String shielded(Dice dice, boolean abuse) {
        double answer = dice.share();
        return abuse
                ? answer < 0.35 ? "yes" : answer < 0.7 ? "no" : ""
                : answer < 0.02 ? "yes" : answer < 0.6 ? "no" : "";
    }
}
