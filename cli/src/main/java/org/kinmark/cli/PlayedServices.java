package org.kinmark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.Agreement;
import org.kinmark.exchange.FamilyList;
import org.kinmark.exchange.FamilyMember;
import org.kinmark.exchange.Identity;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.ServiceEntry;

/// The services of an invented area, played as the rehearsal plays them, for lists that came from elsewhere.
///
/// Safe for use by several threads.
public final class PlayedServices {

    private final Area area;
    private final Path folder;
    private final List<AskedService.Result> results = Collections.synchronizedList(new ArrayList<>());
    private final Map<Key, String> people = new HashMap<>();

    private PlayedServices(Area area, Path folder) {
        this.area = area;
        this.folder = folder;
        area.members().forEach(member -> people.putIfAbsent(Key.of(member.identity()), member.personId()));
    }

    /// Who somebody on a list is, for whoever knows the people: all that a list says of them but their address.
    private record Key(
            String nhsNumber,
            String givenName,
            String familyName,
            @Nullable Object birthDate) {

        static Key of(Identity identity) {
            var number = identity.nhsNumber();
            return new Key(
                    number == null ? "" : number.digits(),
                    identity.givenName(),
                    identity.familyName(),
                    identity.birthDate());
        }
    }

    /// The services of an area.
    ///
    /// @param area what `kinmark generate` wrote
    /// @param folder where the round's files go
    /// @throws IOException where the area cannot be read, with a sentence
    public static PlayedServices of(Path area, Path folder) throws IOException {
        return switch (Area.read(area)) {
            case Reading.Accepted<Area>(var read, var _) -> new PlayedServices(read, folder);
            case Reading.Refused<Area>(var mistakes) ->
                throw new IOException(mistakes.getFirst().sentence());
        };
    }

    /// The services, in their order.
    public List<ServiceEntry> services() {
        return area.services();
    }

    /// What is agreed in the area.
    public Agreement agreement() {
        return area.agreement();
    }

    /// The families' members, in their order.
    public List<FamilyMember> members() {
        return area.members();
    }

    /// Runs the marker at a service and judges, as a professional who knows the people would: `marks.csv` is
    /// there after that.
    public Path mark(ServiceEntry service, FamilyList list, Agreement agreement) throws IOException {
        var persons = new HashMap<String, String>();
        list.people()
                .forEach(person ->
                        persons.put(person.person().value(), people.getOrDefault(Key.of(person.identity()), "")));
        var round = new Round(Map.of(), Map.of(), Map.of(service, list), persons, Map.of());
        var here = new Area(area.folder(), area.members(), area.services(), agreement, area.truth());
        var own = folder.resolve("services").resolve(service.id());
        var gone = RegisterCheck.notToBeFound(
                area.serviceFile(service, "register.csv"),
                area.serviceFile(service, "objections.csv"),
                agreement.asOf());
        if (!(gone instanceof Reading.Accepted<Set<String>>(var patients, var _))) {
            throw new IOException("the register of " + service.id() + " is not one that was invented");
        }
        results.add(new AskedService(here, round, service, list, own).mark(patients));
        return own.resolve("marks.csv");
    }

    /// How good the links were, over all services that were played.
    public Quality quality() {
        var links = RehearsalTable.Links.of(results);
        return new Quality(links.precision(), links.recall(), links.areGood());
    }

    /// How good links were.
    ///
    /// @param precision of links taken for certain
    /// @param recall of people truly in the registers, with doubtful links that the professional confirmed
    /// @param isGood whether both are as good as a round wants
    public record Quality(double precision, double recall, boolean isGood) {}

    /// The families whose bit in `released.csv` does not follow from the services' marks and `map.csv`.
    public List<String> wrong() throws IOException {
        return List.copyOf(ReleaseAudit.wrong(
                folder,
                area.services().stream()
                        .collect(Collectors.toMap(
                                ServiceEntry::id,
                                service -> service.kind().name().toLowerCase(Locale.ROOT)))));
    }
}
