package org.kinmark.synthetic;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kinmark.linkage.Progress;

/// Writes every register in one pass over the people, who are invented as they are needed and forgotten again.
final class Registers implements Closeable {

    /// A family's patient in a service's register.
    record Found(Service service, String patientId) {}

    private static final int PEOPLE_BETWEEN_REPORTS = 4096;

    private final Order order;
    private final Path folder;
    private final Households households;
    private final Episodes episodes;
    private final Clerk clerk;
    private final Conditions conditions;
    private final List<Register> areaWide = new ArrayList<>();
    private final List<List<Found>> found = new ArrayList<>();
    private final int familyPeople;
    private long rows;

    /// @param familyPeople how many people are in families; those at large are numbered after them
    Registers(Path folder, Order order, Households households, Episodes episodes, Clerk clerk, int familyPeople) {
        this.order = order;
        this.folder = folder;
        this.households = households;
        this.episodes = episodes;
        this.clerk = clerk;
        this.conditions = new Conditions(order.seed(), order.asOf());
        this.familyPeople = familyPeople;
        for (int i = 0; i < familyPeople; i++) {
            found.add(new ArrayList<>(2));
        }
    }

    /// Writes them all.
    void write(Services services, Neighbourhoods families, Progress progress) throws IOException {
        for (var service : services.areaWide()) {
            areaWide.add(new Register(folder, order, service, clerk, conditions));
        }
        for (var service : services.practices()) {
            try (var practice = new Register(folder, order, service, clerk, conditions)) {
                write(practice, families.near(service.practice()), progress);
                rows += practice.rows();
            }
        }
        areaWide.forEach(register -> rows += register.rows());
    }

    /// Where each of the families' people was found, by number; in no order of services.
    List<List<Found>> found() {
        return found;
    }

    /// How many rows all the registers have.
    long rows() {
        return rows;
    }

    private void write(Register practice, List<List<Patient>> groups, Progress progress) {
        int p = practice.service().practice();
        long own = groups.stream()
                .flatMap(List::stream)
                .filter(patient -> patient.practice() == p)
                .count();
        int atLarge = (int) Math.max(0, order.patients() - own);
        var arrivals = new Arrivals(groups, atLarge, Dice.of(order.seed(), Purpose.MIXING, p));
        int firstNumber = familyPeople + p * order.patients();
        int come = 0;
        for (long household = (p + 1L) << 32; come < atLarge; household++) {
            add(arrivals.due(come), practice);
            var people = households.atLarge(household, p, firstNumber + come);
            for (var person : people.subList(0, Math.min(people.size(), atLarge - come))) {
                addTo(practice, new Patient(person, p, false, episodes.atLarge(person, people)));
                if (come++ % PEOPLE_BETWEEN_REPORTS == 0) {
                    progress.report("Writing registers", (p + (double) come / atLarge) / order.practices());
                }
            }
        }
        add(arrivals.due(atLarge), practice);
    }

    private void add(List<Patient> patients, Register practice) {
        patients.forEach(patient -> addTo(practice, patient));
    }

    private void addTo(Register practice, Patient patient) {
        add(practice, patient);
        for (var register : areaWide) {
            add(register, patient);
        }
    }

    private void add(Register register, Patient patient) {
        var id = register.add(patient);
        if (patient.inFamily() && id.isPresent()) {
            found.get(patient.person().number()).add(new Found(register.service(), id.get()));
        }
    }

    @Override
    public void close() throws IOException {
        for (var register : areaWide) {
            register.close();
        }
    }
}
