package org.kinmark.hub;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.kinmark.cli.PlayedServices;
import org.kinmark.exchange.AgreementFile;
import org.kinmark.exchange.ListFile;
import org.kinmark.exchange.NewFile;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.ServiceEntry;
import org.kinmark.exchange.Source;
import org.kinmark.hub.database.DemonstrationClock;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.familylist.FamilyRows;
import org.kinmark.hub.release.Clockwork;
import org.kinmark.hub.release.DemonstrationMap;
import org.kinmark.hub.staff.DemonstrationAccounts.Credential;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A whole round through the hub's own API, with the marker at each service as a process of its own.
final class DemonstrationRound {

    /// From the notice to families until anything may be shared.
    static final Duration NOTICE = Duration.ofDays(28);

    private static final String NOTICE_WORDS =
            "The family team and health services work together. The team learns whether a family is a priority for"
                    + " health services; it does not learn who or what. You can object.";

    private final Running hub;
    private final HubClient api;
    private final PlayedServices services;
    private final Path area;
    private final Path folder;
    private final Map<String, Credential> people = new HashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    /// @param area the invented area
    /// @param folder where the round's files go
    DemonstrationRound(Running hub, List<Credential> people, Path area, Path folder) throws IOException {
        this.hub = hub;
        this.api = new HubClient("http://127.0.0.1:" + hub.port());
        this.area = area;
        this.folder = folder;
        this.services = PlayedServices.of(area, folder);
        people.forEach(one -> this.people.put(one.organisation() + "/" + one.role(), one));
    }

    /// What came of it.
    ///
    /// @param counts by what was counted, in order
    /// @param wrong bits that do not follow from the marks
    record Result(Map<String, Integer> counts, PlayedServices.Quality quality, int wrong) {

        boolean isGood() {
            return wrong == 0 && quality.isGood();
        }
    }

    /// @param stage is told what is done now
    Result run(Consumer<String> stage) throws IOException {
        stage.accept("agreeing");
        var agreement = agree();
        stage.accept("importing families");
        var coordinator = who(DemoCommand.TEAM, "coordinator");
        var imported =
                api.post(coordinator, "/api/v1/families", "text/csv", Files.readAllBytes(area.resolve("families.csv")));
        counts.put("Families", imported.get("families").asInt());
        var now = hub.part(DemonstrationClock.class).instant();
        var releases = now.plus(Duration.ofDays(43));
        var round = api.post(
                coordinator,
                "/api/v1/rounds",
                Map.of(
                        "agreement", agreement,
                        "criteria", 1,
                        "closes_at", now.plus(Duration.ofDays(28)).toString(),
                        "second_closes_at", now.plus(Duration.ofDays(42)).toString(),
                        "releases_at", releases.toString()));
        stage.accept("marking, each service on its own");
        mark();
        stage.accept("releasing");
        release(releases);
        var id = round.get("round").asString();
        write(id, api.get(coordinator, "/api/v1/rounds/" + id + "/released").get("families"));
        return new Result(counts, services.quality(), services.wrong().size());
    }

    private Credential who(String unit, String role) {
        return Objects.requireNonNull(people.get(unit + "/" + role));
    }

    /// Drafts, signs for everybody, publishes the notices, and lets 28 days pass.
    private String agree() throws IOException {
        var coordinator = who(DemoCommand.TEAM, "coordinator");
        var agreement = api.post(coordinator, "/api/v1/agreements", terms())
                .get("agreement")
                .asString();
        var signing = "/api/v1/agreements/" + agreement + "/signatures";
        api.post(coordinator, signing, Map.of());
        api.post(coordinator, "/api/v1/notices", Map.of("words", NOTICE_WORDS));
        for (var service : services.services()) {
            var lead = who(service.name(), "service_lead");
            api.post(lead, signing, Map.of());
            api.post(lead, "/api/v1/notices", Map.of("words", NOTICE_WORDS));
        }
        moveTo(hub.part(DemonstrationClock.class).instant().plus(NOTICE));
        return agreement;
    }

    private Map<String, Object> terms() throws IOException {
        var today = org.kinmark.hub.page.Moments.dayOf(
                hub.part(DemonstrationClock.class).instant());
        var file = JsonMapper.shared().readTree(Files.readAllBytes(area.resolve("agreement.json")));
        var parties = new ArrayList<Map<String, Object>>();
        for (var service : services.services()) {
            var party = new LinkedHashMap<String, Object>();
            party.put("unit", service.id());
            party.put("why", "It could know people of these families");
            if (service.minAge() != null) {
                party.put("min_age", service.minAge());
            }
            if (service.maxAge() != null) {
                party.put("max_age", service.maxAge());
            }
            parties.add(party);
        }
        var terms = new LinkedHashMap<String, Object>();
        terms.put("title", file.get("title").asString());
        terms.put("starts_on", today.toString());
        terms.put("ends_on", today.plusYears(2).toString());
        terms.put("indicators", file.get("indicators"));
        terms.put("parties", parties);
        terms.put("caps", Map.of("families", 100_000, "on_one_list", 100_000));
        terms.put("retention_months", 12);
        terms.put(
                "data_protection_basis",
                "UK GDPR Article 6(1)(e) and Article 9(2)(h), for a task in the public interest");
        terms.put("confidentiality_basis", "One bit about a family, which identifies nobody's health");
        return terms;
    }

    /// Every service gets its list, runs its marker, and a professional of it declares.
    private void mark() throws IOException {
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var running = services.services().stream()
                    .map(service -> CompletableFuture.runAsync(() -> mark(service), threads))
                    .toList();
            running.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof UncheckedIOException io && io.getCause() != null
                    ? io.getCause()
                    : new IOException("a service could not be played", e);
        }
    }

    private void mark(ServiceEntry service) {
        try {
            var professional = who(service.name(), "professional");
            var lists = api.get(professional, "/api/v1/lists");
            if (lists.isEmpty()) {
                return;
            }
            var path = "/api/v1/lists/" + lists.get(0).get("list").asString();
            var list = accepted(ListFile.read(source(api.download(professional, path + "/list.csv"))));
            var agreement = accepted(AgreementFile.read(source(api.download(professional, path + "/agreement.json"))));
            var marks = services.mark(service, list, agreement);
            api.post(professional, "/api/v1/marks?declare=true", "text/csv", Files.readAllBytes(marks));
            synchronized (counts) {
                counts.merge("Services that answered", 1, Integer::sum);
                counts.merge("  rows listed", list.people().size(), Integer::sum);
                counts.merge("  families on lists", list.families().size(), Integer::sum);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source source(byte[] bytes) {
        return Source.of("what the hub sent", () -> new ByteArrayInputStream(bytes));
    }

    private static <T> T accepted(Reading<T> reading) throws IOException {
        return switch (reading) {
            case Reading.Accepted<T>(var value, var _) -> value;
            case Reading.Refused<T>(var mistakes) ->
                throw new IOException(mistakes.getFirst().sentence());
        };
    }

    private void release(Instant at) {
        moveTo(at);
        hub.part(Clockwork.class).whatIsDue();
    }

    private void moveTo(Instant moment) {
        hub.part(DemonstrationClock.class).moveTo(moment);
    }

    /// `released.csv` as the API gave it, and `map.csv` as only the release could read it.
    private void write(String round, JsonNode families) throws IOException {
        var released = new StringWriter().append("family_id,mark\n");
        for (var family : families) {
            var result = family.get("result").asString();
            counts.merge(words(result), 1, Integer::sum);
            if (!result.equals("not_asked")) {
                released.append(family.get("family").asString())
                        .append(result.equals("health_priority") ? ",1\n" : ",0\n");
            }
        }
        write(folder.resolve("released.csv"), released.toString());
        var map = new StringWriter().append("service_id,family_ref,family_id\n");
        var references = references();
        var codes = codes();
        hub.part(DemonstrationMap.class)
                .of(UUID.fromString(round))
                .forEach(row -> map.append(codes.get(row.unit()))
                        .append(',')
                        .append(row.familyRef().toString())
                        .append(',')
                        .append(references.get(row.family()))
                        .append('\n'));
        write(folder.resolve("map.csv"), map.toString());
    }

    /// Whole, or not at all.
    static void write(Path file, String content) throws IOException {
        try (var written = NewFile.at(file)) {
            written.writer().write(content);
            written.commit();
        }
    }

    private static String words(String result) {
        return switch (result) {
            case "health_priority" -> "Health priority";
            case "no_signal" -> "No signal";
            default -> "Not asked";
        };
    }

    private Map<UUID, String> references() {
        var side = hub.part(TeamSide.class);
        var team = units().entrySet().stream()
                .filter(one -> one.getValue().kind() == org.kinmark.hub.staff.UnitKind.FAMILY_TEAM)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        var references = new HashMap<UUID, String>();
        side.act(team, () -> hub.part(FamilyRows.class).current(side, team))
                .forEach(member -> references.put(member.family(), member.reference()));
        return references;
    }

    private Map<UUID, String> codes() {
        var codes = new HashMap<UUID, String>();
        units().forEach((id, unit) -> codes.put(id, Objects.requireNonNullElse(unit.code(), "")));
        return codes;
    }

    private Map<UUID, org.kinmark.hub.staff.Unit> units() {
        var side = hub.part(org.kinmark.hub.database.StaffSide.class);
        var units = new LinkedHashMap<UUID, org.kinmark.hub.staff.Unit>();
        side.actForAll(() -> hub.part(org.kinmark.hub.staff.Units.class).all(side))
                .forEach(unit -> units.put(unit.id(), unit));
        return units;
    }
}
