package org.kinmark.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// Writes `truth.csv`: which patient each entry of `families.csv` is, in every register that has them.
final class TruthFile {

    private TruthFile() {}

    /// @param found each person's patients, by number
    static void write(Path file, List<Family> families, List<List<Registers.Found>> found) throws IOException {
        found.forEach(
                list -> list.sort(Comparator.comparingInt(one -> one.service().index())));
        try (var csv = new CsvFile(file, "person_id", "service_id", "patient_id")) {
            for (var family : families) {
                for (var member : family.members()) {
                    // A child of two families has one id in both, and is written down with the first.
                    if (family.livesHere(member.person())) {
                        write(csv, member, found.get(member.person().number()));
                    }
                }
            }
        }
    }

    private static void write(CsvFile csv, Member member, List<Registers.Found> found) {
        for (var one : found) {
            csv.row(member.id(), one.service().id(), one.patientId());
        }
    }
}
