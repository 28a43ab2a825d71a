package org.kinmark.synthetic;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One service's three files, written as its patients come.
final class Register implements Closeable {

    private static final double LEFT = 0.004;
    private static final double DIED = 0.002;

    private final long seed;
    private final LocalDate asOf;
    private final Service service;
    private final Clerk clerk;
    private final Conditions conditions;
    private final OpaqueIds ids;
    private final double objecting;
    private final List<CsvFile> files;
    private int rows;

    /// @param folder the area's `services` folder, which is there
    Register(Path folder, Order order, Service service, Clerk clerk, Conditions conditions) throws IOException {
        this.seed = order.seed();
        this.asOf = order.asOf();
        this.service = service;
        this.clerk = clerk;
        this.conditions = conditions;
        this.ids = new OpaqueIds('p', seed, 1 + service.index());
        this.objecting =
                0.012 + 0.02 * Dice.of(seed, Purpose.HELD, -1, service.index()).share();
        var own = Files.createDirectory(folder.resolve(service.id()));
        this.files = List.of(
                new CsvFile(
                        own.resolve("register.csv"),
                        "patient_id",
                        "nhs_number",
                        "given_name",
                        "family_name",
                        "birth_date",
                        "sex",
                        "postcode",
                        "registered_until",
                        "died_on"),
                new CsvFile(own.resolve("conditions.csv"), "patient_id", "code", "recorded_on", "ended_on"),
                new CsvFile(own.resolve("objections.csv"), "patient_id"));
    }

    Service service() {
        return service;
    }

    int rows() {
        return rows;
    }

    /// Writes the patient down where the service has them.
    ///
    /// @return the patient's id here; empty where the service does not have them
    Optional<String> add(Patient patient) {
        var dice = Dice.of(seed, Purpose.HELD, patient.person().number(), service.index());
        if (!holds(patient, dice)) {
            return Optional.empty();
        }
        var id = ids.of(rows++);
        var written = clerk.forRegister(patient.person(), service);
        var left = patient.inFamily() || !dice.chance(LEFT) ? LocalDate.MAX : before(patient.person(), dice);
        var died = patient.inFamily() || !dice.chance(DIED) ? LocalDate.MAX : before(patient.person(), dice);
        files.getFirst()
                .row(
                        id,
                        written.nhsNumber(),
                        written.given(),
                        written.family(),
                        written.birth(),
                        written.sex(),
                        written.postcode(),
                        CsvFile.written(left),
                        CsvFile.written(died));
        for (var condition : conditions.of(patient, service)) {
            files.get(1)
                    .row(
                            id,
                            condition.code().written(),
                            condition.recorded().toString(),
                            CsvFile.written(condition.ended()));
        }
        if (dice.chance(objecting)) {
            files.getLast().row(id);
        }
        return Optional.of(id);
    }

    private boolean holds(Patient patient, Dice dice) {
        if (service.discipline() == Discipline.GENERAL_PRACTICE) {
            return patient.practice() == service.practice();
        }
        int age = patient.person().age(asOf);
        if (!service.discipline().ages().hold(age)) {
            return false;
        }
        for (var episode : patient.episodes()) {
            if (episode.atSpecialist() && episode.problem().specialist() == service.discipline()) {
                return true;
            }
        }
        return dice.chance(service.discipline().background(age, patient.inFamily()));
    }

    private LocalDate before(Person person, Dice dice) {
        var day = asOf.minusDays(1 + dice.below(1500));
        return day.isBefore(person.birth()) ? person.birth() : day;
    }

    @Override
    public void close() throws IOException {
        for (var file : files) {
            file.close();
        }
    }
}
