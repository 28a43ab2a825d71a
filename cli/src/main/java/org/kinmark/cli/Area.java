package org.kinmark.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.kinmark.exchange.Agreement;
import org.kinmark.exchange.AgreementFile;
import org.kinmark.exchange.Families;
import org.kinmark.exchange.FamiliesFile;
import org.kinmark.exchange.FamilyMember;
import org.kinmark.exchange.Mistake;
import org.kinmark.exchange.Mistakes;
import org.kinmark.exchange.NewFolder;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.Row;
import org.kinmark.exchange.Schema;
import org.kinmark.exchange.ServiceEntry;
import org.kinmark.exchange.ServicesFile;
import org.kinmark.exchange.Source;
import org.kinmark.exchange.Table;
import org.kinmark.exchange.TableReader;

/// An invented area as a folder of files: what `kinmark generate` writes and `kinmark rehearse` reads.
///
/// @param truth of each service, the patient whom each person of the families really is
record Area(
        Path folder,
        List<FamilyMember> members,
        List<ServiceEntry> services,
        Agreement agreement,
        Map<String, Map<String, String>> truth) {

    /// The files of an area, and the one that says that it is invented.
    static final NewFolder.Contents CONTENTS = new NewFolder.Contents(
            "truth.csv",
            Pattern.compile("(families|services|truth)\\.csv|agreement\\.json"
                    + "|services/[^/]+/(register|conditions|objections)\\.csv"));

    private enum TruthColumn {
        PERSON_ID,
        SERVICE_ID,
        PATIENT_ID
    }

    /// One of a service's own files.
    Path serviceFile(ServiceEntry service, String name) {
        return folder.resolve("services").resolve(service.id()).resolve(name);
    }

    /// Reads the area but for its registers, which the rehearsal never holds: all of it, or every mistake in it.
    static Reading<Area> read(Path folder) {
        var mistakes = new ArrayList<Mistake>();
        var families = keep(FamiliesFile.read(Source.of(folder.resolve("families.csv"))), mistakes);
        var services = keep(ServicesFile.read(Source.of(folder.resolve("services.csv"))), mistakes);
        var agreement = keep(AgreementFile.read(Source.of(folder.resolve("agreement.json"))), mistakes);
        var truth = keep(
                Table.read(Source.of(folder.resolve("truth.csv")), Schema.ours(TruthColumn.class), new Truth()),
                mistakes);
        if (mistakes.isEmpty()) {
            refuseRealPeople(folder, families.getFirst(), mistakes);
            refuseIdsThatAreNoNames(folder, services.getFirst(), mistakes);
        }
        return mistakes.isEmpty()
                ? new Reading.Accepted<>(
                        new Area(
                                folder,
                                families.getFirst().members(),
                                services.getFirst(),
                                agreement.getFirst(),
                                truth.getFirst()),
                        List.of())
                : new Reading.Refused<>(List.copyOf(mistakes));
    }

    /// The value alone in a list, or an empty list and its mistakes.
    private static <T> List<T> keep(Reading<T> reading, List<Mistake> mistakes) {
        return switch (reading) {
            case Reading.Accepted<T>(var value, var _) -> List.of(value);
            case Reading.Refused<T>(var found) -> {
                mistakes.addAll(found);
                yield List.of();
            }
        };
    }

    private static void refuseRealPeople(Path folder, Families families, List<Mistake> mistakes) {
        long real = families.members().stream()
                .map(member -> member.identity().nhsNumber())
                .filter(number -> number != null && !number.isForTests())
                .count();
        if (real > 0) {
            mistakes.add(
                    new Mistake(folder.resolve("families.csv").toString(), 0, "nhs_number", real + RegisterCheck.REAL));
        }
    }

    /// A service's id is also the name of its folder, so it must not lead anywhere else.
    private static void refuseIdsThatAreNoNames(Path folder, List<ServiceEntry> services, List<Mistake> mistakes) {
        if (services.stream().anyMatch(service -> !service.id().matches("[\\p{L}\\p{N}_-][\\p{L}\\p{N}_.-]{0,99}"))) {
            mistakes.add(new Mistake(
                    folder.resolve("services.csv").toString(),
                    0,
                    "service_id",
                    "an id names the service's folder too: use letters, digits, hyphens and underscores"));
        }
    }

    @Override
    public String toString() {
        return "Area[hidden]";
    }

    private static final class Truth implements TableReader<TruthColumn, Map<String, Map<String, String>>> {

        private final Map<String, Map<String, String>> patients = new HashMap<>();

        @Override
        public void row(Row<TruthColumn> row) {
            patients.computeIfAbsent(row.required(TruthColumn.SERVICE_ID), _ -> new HashMap<>())
                    .put(row.required(TruthColumn.PERSON_ID), row.required(TruthColumn.PATIENT_ID));
        }

        @Override
        public Map<String, Map<String, String>> end(Mistakes mistakes) {
            return patients;
        }
    }
}
