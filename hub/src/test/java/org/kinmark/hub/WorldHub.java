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
import org.kinmark.hub.mail.WriteLetter;
import org.kinmark.hub.release.Clockwork;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.AsAfterARestart;
import org.kinmark.hub.staff.FirstAdministrator;
import org.kinmark.hub.staff.OpenToAll;
import org.kinmark.hub.staff.SetUpUnits;
import org.kinmark.rules.boundary.ServiceKind;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// A hub in which one world after another is lived, each from the same beginning. The two worlds of a pair are lived in
/// two of these, so that nothing that a hub keeps in memory can make them alike.
final class WorldHub implements AutoCloseable {

    /// How what a message is called begins among what was seen.
    static final String MAIL = "mail ";

    private static final String BEGINNING = "beginning";
    private static final Duration HALF_A_YEAR = Duration.ofDays(210);
    /// Nothing happens so long after a round was opened.
    private static final Duration OVER = Duration.ofDays(37);

    private final TestHub hub;
    private final Area all;
    private final Snapshot beginning;
    private final String agreement;
    private final Instant agreedAt;
    private final TeamVisitor visitor;
    private final HealthSidePlayer player;
    private final Mailbox mailbox;
    private Area area;
    private final Map<String, TeamVisitor> services = new HashMap<>();
    private Variant variant = Variant.AS_DRAWN;
    private long idsOfHealth;
    private String round = "";
    private Instant openedAt = Instant.EPOCH;
    private Map<String, HealthSidePlayer.Sent> lists = Map.of();

    private WorldHub(TestHub hub, Area all, Snapshot beginning, String agreement, Instant agreedAt, Path data) {
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
                routes(hub, true),
                () -> {});
        this.player = new HealthSidePlayer(hub);
        this.mailbox = new Mailbox(hub, data);
    }

    /// By how many criteria the team chooses families, which no service is told.
    enum Variant {
        AS_DRAWN(1),
        /// Every family meets two, and the round is of those that do.
        TWO_EACH(2);

        private final int criteria;

        Variant(int criteria) {
            this.criteria = criteria;
        }

        private String of(String file) {
            return this == AS_DRAWN ? file : file.replaceAll("(?m),worklessness$", ",worklessness;school_attendance");
        }
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
                hub, begun.area().at(hub), begun.there().of(url, data), begun.agreement(), begun.agreedAt(), data);
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

    /// Whatever a role of the team, or of a service, may call, or anybody, by the hub's own table of routes: what the
    /// visitor has to
    /// find.
    private static Set<String> routes(TestHub hub, boolean ofTheTeam) {
        var routes = new TreeSet<String>();
        hub.part(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((info, handler) -> {
            var allowed = handler.getMethodAnnotation(AllowedTo.class);
            boolean isTheirs = allowed != null
                    && (allowed.everyone() || (ofTheTeam ? allowed.team() : allowed.health()).length > 0);
            if (isTheirs || handler.hasMethodAnnotation(OpenToAll.class)) {
                info.getPatternValues()
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> routes.add(method + " " + path)));
            }
        });
        return routes;
    }

    Set<String> routes() {
        return routes(hub, true);
    }

    /// What a service's roles may call.
    Set<String> routesOfServices() {
        return routes(hub, false);
    }

    /// One service as it looks about, with all of its roles.
    TeamVisitor service(String name) {
        return services.computeIfAbsent(
                name,
                _ -> new TeamVisitor(
                        hub.address(),
                        all.credentials().stream()
                                .filter(one -> one.organisation().equals(name))
                                .sorted(Comparator.comparing(one -> one.role()))
                                .toList(),
                        routesOfServices(),
                        hub.part(Clockwork.class)::whatIsDue));
    }

    List<String> roles() {
        return visitor.roles();
    }

    /// One of the team, on a connection of their own.
    Seat seat(String role) {
        return new Seat(hub.address(), all.credential(Area.TEAM, role));
    }

    /// The round that was opened last.
    String round() {
        return round;
    }

    Map<String, Map<Integer, Integer>> answers() {
        return visitor.answers();
    }

    /// Goes back to the beginning.
    void begin(long seed) {
        begin(seed, Variant.AS_DRAWN);
    }

    /// The same, with the team's choice of families.
    void begin(long seed, Variant chosen) {
        variant = chosen;
        player.begin();
        // The clockwork looks every second, and must not look while everything changes.
        var clockwork = hub.part(Clockwork.class);
        synchronized (clockwork) {
            beginning.restore();
            mailbox.empty();
            hub.part(DemonstrationClock.class).standAt(agreedAt);
        }
        AsAfterARestart.forget(hub);
        hub.part(DemonstrationIds.class).ofTheTeamFrom(3 * seed);
        area = all.at(hub);
        visitor.begin(Map.of("agreement", agreement));
    }

    /// Draws what a service sees of ids from a seed: the references of lists that go out again, and what comes of each
    /// thing that happens, whatever else happened before.
    void drawForServicesFrom(long seed) {
        idsOfHealth = seed;
        hub.part(DemonstrationIds.class).ofListsSentAgainFrom(seed);
    }

    /// Imports and opens a round; the second of two half a year after the first.
    ///
    /// @param before objections that are made at health, or on the form, before it is opened
    /// @return to which services who of each family is listed, by surname and given name
    Map<String, Map<String, HealthWorld.Listed>> open(SharedWorld.SharedRound shared, List<HealthWorld.Said> before) {
        if (!round.isEmpty() && !shared.looks().isEmpty() && hub.now().isAfter(agreedAt)) {
            hub.moveOn(HALF_A_YEAR);
        }
        Area.json(area.coordinator()
                .send("POST", "/api/v1/families?gone=confirmed", "text/csv", variant.of(shared.file())));
        before.forEach(said -> player.object(area, said));
        openedAt = hub.now();
        round = area.openRound(agreement, variant.criteria);
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

    /// @param who what tells it from others of the moment, in either world
    private record Event(Duration at, int order, String who, Runnable what) {

        private static final Comparator<Event> IN_ORDER =
                Comparator.comparing(Event::at).thenComparingInt(Event::order);
    }

    /// Lives a round to its end.
    ///
    /// @return what the team sees at each of its looks
    Map<String, Map<String, String>> live(SharedWorld.SharedRound shared, HealthWorld world) {
        return live(shared, world, visitor, shared.looks());
    }

    /// The same as one service sees it, with what it was answered.
    Map<String, Map<String, String>> liveAsSeenBy(
            String service, SharedWorld.SharedRound shared, HealthWorld world, List<SharedWorld.Look> looks) {
        var visitor = service(service);
        var seen = live(shared, world, visitor, looks);
        seen.remove("the bits");
        seen.put("what it was answered", player.answersOf(service));
        return seen;
    }

    private Map<String, Map<String, String>> live(
            SharedWorld.SharedRound shared, HealthWorld world, TeamVisitor visitor, List<SharedWorld.Look> wanted) {
        var looks = new LinkedHashMap<String, Map<String, String>>();
        var events = events(shared, world);
        wanted.forEach(look -> events.add(new Event(
                look.at(), 3, "", () -> looks.put("after " + look.at(), look(visitor, look, shared.changedFile())))));
        events.sort(Event.IN_ORDER);
        for (var event : events) {
            happen(event);
            if (event.order() > 0 && event.at().compareTo(SharedWorld.RELEASE) == 0) {
                looks.put("the bits", Map.of("all", bits().toString()));
            }
        }
        // Whatever came last: the next round begins at the same moment in both worlds.
        hub.part(DemonstrationClock.class).standAt(openedAt.plus(OVER));
        return looks;
    }

    /// Lives a part of a round in which nobody looks.
    ///
    /// @param from after that, from its opening
    /// @param until that included
    void live(SharedWorld.SharedRound shared, HealthWorld world, Duration from, Duration until) {
        events(shared, world).stream()
                .filter(event -> event.at().compareTo(from) > 0 && event.at().compareTo(until) <= 0)
                .sorted(Event.IN_ORDER)
                .forEach(this::happen);
        hub.part(DemonstrationClock.class).standAt(openedAt.plus(until));
    }

    private List<Event> events(SharedWorld.SharedRound shared, HealthWorld world) {
        var events = new ArrayList<Event>();
        // The reminders' days too: a clock that leaps would send them at whatever moment comes next.
        for (int day : new int[] {0, 11, 14, 25, 28, 29, 30}) {
            events.add(new Event(Duration.ofDays(day), 0, "", () -> {
                hub.part(Clockwork.class).whatIsDue();
                mailbox.all();
            }));
        }
        // When the team is told that the round is void, or released.
        for (int day : new int[] {28, 29}) {
            events.add(new Event(Duration.ofDays(day).plus(WriteLetter.AFTER_THE_RELEASE), 0, "", mailbox::all));
        }
        world.acts()
                .forEach(act -> events.add(new Event(
                        act.at(),
                        1,
                        act.service() + act.kind(),
                        () -> player.play(area, lists, act, world.marks().getOrDefault(act.service(), Set.of())))));
        world.during()
                .forEach(said -> events.add(new Event(said.at(), 1, said.surname(), () -> player.object(area, said))));
        shared.acts().forEach(act -> events.add(new Event(act.at(), 2, "" + act.act(), () -> act(shared, act))));
        return events;
    }

    private void happen(Event event) {
        hub.part(DemonstrationClock.class).standAt(openedAt.plus(event.at()));
        if (idsOfHealth != 0) {
            hub.part(DemonstrationIds.class)
                    .ofHealthFrom(
                            idsOfHealth ^ Objects.hash(openedAt, event.at(), event.order(), event.who()) * 1_000_003L);
        }
        event.what().run();
        if (idsOfHealth != 0) {
            // And not when a timer comes round: services see when a list goes out again, and are written to at that
            // moment.
            hub.part(Clockwork.class).whatIsDue();
        }
    }

    /// A service's professional looks at each list that they know, whatever leads there.
    private Map<String, String> look(TeamVisitor visitor, SharedWorld.Look look, String file) {
        var seen = new TreeMap<>(visitor.look(look, file));
        mailbox.all().forEach((name, mail) -> {
            if (reaches(visitor, Mailbox.to(mail))) {
                seen.put(MAIL + name, mail);
            }
        });
        if (!visitor.equals(this.visitor)) {
            visitor.lookAtEach("professional", "list").forEach((what, answer) -> seen.put(what + ", at last", answer));
        }
        return seen;
    }

    /// Whatever goes to nobody of health may reach the team.
    private boolean reaches(TeamVisitor visitor, String address) {
        return visitor.equals(this.visitor)
                ? !area.healthAddresses().contains(address)
                : services.entrySet().stream()
                        .anyMatch(service -> service.getValue().equals(visitor)
                                && area.addressesOf(service.getKey()).contains(address));
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
                Area.json(coordinator.send(
                        "POST", "/api/v1/families?gone=confirmed", "text/csv", variant.of(shared.changedFile())));
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
        services.values().forEach(TeamVisitor::close);
        hub.close();
    }
}
