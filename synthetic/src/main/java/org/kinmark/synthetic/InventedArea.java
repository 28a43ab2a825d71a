package org.kinmark.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kinmark.linkage.Progress;

/// An area with families, services and registers, in files; nobody in it exists. The same order gives the same bytes.
///
/// @param people how many different people are in the families
/// @param registerRows how many rows the registers have together
public record InventedArea(int families, int people, int services, long registerRows) {

    /// Invents the area that was ordered and writes it to a folder.
    ///
    /// @param order one that has no mistake
    /// @param folder there, and empty
    public static InventedArea write(Order order, Path folder, Progress progress) throws IOException {
        order.mistake().ifPresent(mistake -> {
            throw new IllegalArgumentException(mistake);
        });
        try {
            return invent(order, folder, progress);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static InventedArea invent(Order order, Path folder, Progress progress) throws IOException {
        progress.report("Inventing families", -1);
        long seed = order.seed();
        var services = Services.of(order.services(), seed);
        var postcodes = new Postcodes(seed, order.practices(), (long) order.practices() * order.patients());
        var households = new Households(seed, order.kind(), order.asOf(), postcodes);
        var families = Families.invent(order, households);
        var registrations = registrations(order, families);
        var episodes = new Episodes(seed, order.asOf());
        var health = FamilyHealth.of(order, episodes, families, registrations);
        var clerk = new Clerk(seed, order.kind(), order.asOf(), new NhsNumbers(seed), postcodes.written(0));
        writeAgreement(folder.resolve("agreement.json"), order);
        services.write(folder.resolve("services.csv"));
        new FamilyFile(order, clerk, services.practices())
                .write(folder.resolve("families.csv"), families, registrations);
        var near = new Neighbourhoods(order.practices(), families, registrations, health);
        int people = registrations.size();
        var registersFolder = Files.createDirectory(folder.resolve("services"));
        try (var registers = new Registers(registersFolder, order, households, episodes, clerk, people)) {
            registers.write(services, near, progress);
            TruthFile.write(folder.resolve("truth.csv"), families, registers.found());
            return new InventedArea(families.size(), people, order.services(), registers.rows());
        }
    }

    /// Each person's registration, by number.
    private static List<Registration> registrations(Order order, List<Family> families) {
        var draw = new Registrations(order, families.size());
        var registrations = new ArrayList<Registration>();
        for (var family : families) {
            for (var person : family.livingTogether()) {
                registrations.add(draw.of(person, family));
            }
        }
        return registrations;
    }

    private static void writeAgreement(Path file, Order order) throws IOException {
        var dice = Dice.of(order.seed(), Purpose.ID, -1);
        // The bits that say version 4, variant 2: a random one.
        long first = (dice.bits() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
        long second = (dice.bits() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        Files.writeString(
                file,
                WordLists.text("agreement.json")
                        .replace("{agreement_ref}", new UUID(first, second).toString())
                        .replace("{as_of}", order.asOf().toString()));
    }
}
