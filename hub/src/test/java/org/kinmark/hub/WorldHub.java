package org.kinmark.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kinmark.exchange.ServiceEntry;
import org.kinmark.hub.audit.Actor;
import org.kinmark.hub.database.DemonstrationClock;
import org.kinmark.hub.database.DemonstrationIds;
import org.kinmark.hub.database.TestDatabase;
import org.kinmark.hub.release.Clockwork;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.FirstAdministrator;
import org.kinmark.hub.staff.OpenToAll;
import org.kinmark.hub.staff.SetUpUnits;
import org.kinmark.rules.boundary.ServiceKind;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// A hub in which one world after another is lived, each from the same beginning. The two worlds of a pair are lived in
/// two of these, so that nothing that a hub keeps in memory can make them alike.
final class WorldHub implements AutoCloseable {

    private static final String BEGINNING = "beginning";
    private static final Duration HALF_A_YEAR = Duration.ofDays(210);

    private final TestHub hub;
    private final Area all;
    private final Snapshot beginning;
    private final String agreement;
    private final Instant agreedAt;
    private final TeamVisitor visitor;
    private final HealthSidePlayer player;
    private Area area;
    private String round = "";
    private Instant openedAt = Instant.EPOCH;
    private Map<String, HealthSidePlayer.Sent> lists = Map.of();

    private WorldHub(TestHub hub, Area all, Snapshot beginning, String agreement, Instant agreedAt) {
        this.hub = hub;
        this.all = all;
        this.area = all;
        this.beginning = beginning;
        this.agreement = agreement;
        this.agreedAt = agreedAt;
        this.visitor = new TeamVisitor(
                hub.address(),
                all.credentials().stream()
                        .filter(one -> one.organisation().equals(Area.TEAM))
                        .sorted(Comparator.comparing(one -> one.role()))
                        .toList(),
                routesOfTheTeam(hub));
        this.player = new HealthSidePlayer(hub);
    }

    /// What both begin with.
    private record Beginning(Area area, String agreement, Instant agreedAt, Snapshot there) {}

    /// Two hubs with the same beginning: an area, an agreement in force, another that is drafted.
    static List<WorldHub> two() {
        var url = TestDatabase.url();
        var begun = begin(url);
        var copy = TestDatabase.copyOf(url);
        return List.of(start(begun, url, TestDatabase.folderOfData()), start(begun, copy, another()));
    }

    private static Beginning begin(String url) {
        try (var hub = TestHub.start(url)) {
            var area = Area.setUp(hub, SharedWorld.SERVICES);
            var agreement = area.agreementInForce();
            addWhatTheTeamHas(hub, area);
            return new Beginning(
                    area, agreement, hub.now(), Snapshot.take(url, BEGINNING, TestDatabase.folderOfData()));
        }
    }

    /// A draft, a service that is no party, and families that it knew before.
    private static void addWhatTheTeamHas(TestHub hub, Area area) {
        var by = Actor.theHub(hub.part(FirstAdministrator.class).partnership(), false);
        hub.part(SetUpUnits.class)
                .createAll(
                        by,
                        List.of(new ServiceEntry(
                                "spare", "Spare Practice", ServiceKind.GP_PRACTICE, "A81009", null, null)),
                        "Council");
        Area.post(area.coordinator(), "/api/v1/agreements", Area.terms());
        Area.json(area.coordinator().send("POST", "/api/v1/families", "text/csv", SharedWorld.firstFile()));
    }

    private static WorldHub start(Beginning begun, String url, Path data) {
        var hub = TestHub.start(url, data);
        return new WorldHub(
                hub, begun.area().at(hub), begun.there().of(url, data), begun.agreement(), begun.agreedAt());
    }

    /// A folder of data with the passwords of the same database roles.
    private static Path another() {
        try {
            var folder = Files.createTempDirectory("kinmark-other-world");
            try (var files = Files.list(TestDatabase.folderOfData())) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whatever a role of the team may call, or anybody, by the hub's own table of routes: what the visitor has to
    /// find.
    private static Set<String> routesOfTheTeam(TestHub hub) {
        var routes = new TreeSet<String>();
        hub.part(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((info, handler) -> {
            var allowed = handler.getMethodAnnotation(AllowedTo.class);
            boolean isTheTeams = allowed != null && (allowed.everyone() || allowed.team().length > 0);
            if (isTheTeams || handler.hasMethodAnnotation(OpenToAll.class)) {
                info.getPatternValues()
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> routes.add(method + " " + path)));
            }
        });
        return routes;
    }

    Set<String> routes() {
        return routesOfTheTeam(hub);
    }

    List<String> roles() {
        return visitor.roles();
    }

    Map<String, Map<Integer, Integer>> answers() {
        return visitor.answers();
    }

    /// Goes back to the beginning.
    void begin(long seed) {
        // The clockwork looks every second, and must not look while everything changes.
        var clockwork = hub.part(Clockwork.class);
        synchronized (clockwork) {
            beginning.restore();
            hub.part(DemonstrationClock.class).standAt(agreedAt);
        }
        hub.part(DemonstrationIds.class).ofTheTeamFrom(3 * seed);
        area = all.at(hub);
        visitor.begin(Map.of("agreement", agreement));
    }

    /// Imports and opens a round; the second of two half a year after the first.
    ///
    /// @param before objections that are made at health, or on the form, before it is opened
    /// @return to which services who of each family is listed, by surname and given name
    Map<String, Map<String, HealthWorld.Listed>> open(SharedWorld.SharedRound shared, List<HealthWorld.Said> before) {
        if (!round.isEmpty() && !shared.looks().isEmpty() && hub.now().isAfter(agreedAt)) {
            hub.moveOn(HALF_A_YEAR);
        }
        Area.json(area.coordinator().send("POST", "/api/v1/families?gone=confirmed", "text/csv", shared.file()));
        before.forEach(said -> player.object(area, said));
        openedAt = hub.now();
        round = area.openRound(agreement);
        lists = lists();
        var listed = new TreeMap<String, Map<String, HealthWorld.Listed>>();
        lists.forEach((service, list) -> list.rows()
                .forEach(row -> listed.computeIfAbsent(row[5], _ -> new TreeMap<>())
                        .computeIfAbsent(row[4], _ -> new HealthWorld.Listed(row[6], new LinkedHashSet<>()))
                        .services()
                        .add(service)));
        return listed;
    }

    private Map<String, HealthSidePlayer.Sent> lists() {
        var sent = new HashMap<String, HealthSidePlayer.Sent>();
        for (var service : SharedWorld.SERVICES.stream().map(ServiceEntry::name).toList()) {
            var professional = area.as(service, "professional");
            var newest = "";
            var closes = "";
            for (var list : Area.json(professional.get("/api/v1/lists"))) {
                var at = list.get("closes_at").asString();
                newest = at.compareTo(closes) > 0 ? list.get("list").asString() : newest;
                closes = at.compareTo(closes) > 0 ? at : closes;
            }
            if (Instant.parse(closes.isEmpty() ? Instant.EPOCH.toString() : closes)
                    .isAfter(openedAt)) {
                var csv = professional
                        .get("/api/v1/lists/" + newest + "/list.csv")
                        .text();
                sent.put(
                        service,
                        new HealthSidePlayer.Sent(
                                newest,
                                csv.lines()
                                        .skip(1)
                                        .map(line -> line.split(",", -1))
                                        .toList()));
            }
        }
        return sent;
    }

    private record Event(Duration at, int order, Runnable what) {}

    /// Lives a round to its end.
    ///
    /// @return what the team sees at each of its looks
    Map<String, Map<String, String>> live(SharedWorld.SharedRound shared, HealthWorld world) {
        var looks = new LinkedHashMap<String, Map<String, String>>();
        var events = new ArrayList<Event>();
        for (int day : new int[] {14, 28, 29, 30}) {
            events.add(new Event(
                    Duration.ofDays(day), 0, () -> hub.part(Clockwork.class).whatIsDue()));
        }
        world.acts()
                .forEach(act -> events.add(new Event(
                        act.at(),
                        1,
                        () -> player.play(area, lists, act, world.marks().getOrDefault(act.service(), Set.of())))));
        world.during().forEach(said -> events.add(new Event(said.at(), 1, () -> player.object(area, said))));
        shared.acts().forEach(act -> events.add(new Event(act.at(), 2, () -> act(shared, act))));
        shared.looks()
                .forEach(look -> events.add(new Event(
                        look.at(),
                        3,
                        () -> looks.put("after " + look.at(), visitor.look(look, shared.changedFile())))));
        events.sort(Comparator.comparing(Event::at).thenComparingInt(Event::order));
        for (var event : events) {
            hub.part(DemonstrationClock.class).standAt(openedAt.plus(event.at()));
            event.what().run();
            if (event.order() > 0 && event.at().compareTo(Duration.ofDays(29)) == 0) {
                looks.put("the bits", Map.of("all", bits().toString()));
            }
        }
        return looks;
    }

    private void act(SharedWorld.SharedRound shared, SharedWorld.Moment moment) {
        var coordinator = area.coordinator();
        switch (moment.act()) {
            case DECLINE ->
                Area.post(
                        coordinator,
                        "/api/v1/declinings",
                        "{\"family\":\""
                                + shared.families().get(moment.family()).reference() + "\"}");
            case IMPORT ->
                Area.json(
                        coordinator.send("POST", "/api/v1/families?gone=confirmed", "text/csv", shared.changedFile()));
            case IMPORT_TO_CONFIRM -> visitor.importToConfirm(TeamBodies.of("importFamilies", Map.of(), new Random(0)));
            case ASK_WAIVER ->
                coordinator.send(
                        "POST",
                        "/api/v1/waivers",
                        "application/json",
                        "{\"agreement\":\"" + agreement + "\",\"criteria\":1,\"check\":\"members\",\"families\":[\""
                                + SharedWorld.ALONE + "\"],\"guardian\":\"" + guardian()
                                + "\",\"reason\":\"They asked us to\"}");
            case OBJECT -> {
                var family = shared.families().get(moment.family());
                if (family.hasAChild()) {
                    Area.post(
                            coordinator,
                            "/api/v1/family-objections",
                            "{\"family\":\"" + family.reference() + "\",\"person\":\"" + family.reference()
                                    + "a\",\"by\":\"self\"}");
                    hub.part(Clockwork.class).whatIsDue();
                }
            }
            case INVITE -> visitor.invite();
        }
    }

    private String guardian() {
        for (var party :
                Area.json(area.coordinator().get("/api/v1/agreements")).get(0).get("parties")) {
            if (party.get("name").asString().contains("Community")) {
                return party.get("unit").asString();
            }
        }
        throw new AssertionError("no party has a Guardian");
    }

    /// The families that the team sees as a health priority, by surname.
    Set<String> bits() {
        var bits = new TreeSet<String>();
        for (var family :
                Objects.requireNonNull(Area.json(area.coordinator().get("/api/v1/rounds/" + round + "/released"))
                        .get("families"))) {
            if (family.get("result").asString().equals("health_priority")) {
                bits.add("Family" + family.get("family").asString().substring(1));
            }
        }
        return bits;
    }

    @Override
    public void close() {
        visitor.close();
        hub.close();
    }
}
