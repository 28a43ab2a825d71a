package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kinmark.hub.HealthWorld.Course;
import org.kinmark.hub.HealthWorld.Fact;
import org.kinmark.hub.database.DemonstrationClock;
import org.kinmark.hub.database.TestDatabase;
import org.kinmark.hub.release.Clockwork;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.OpenToAll;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The contract's first two sentences: before the release, what the family team sees does not depend on the health side
/// at all; after it, on the bits alone. Two worlds that share everything that the team knows, and the bits, and differ
/// in what happened at the services, give the team the same bytes.
class TwoWorldsTest {

    private static final int PAIRS = Integer.getInteger("kinmark.pairs", 20);
    private static final long SEED = Long.getLong("kinmark.seed", 20261124L);

    private static TestHub hub;
    private static Area area;
    private static String url;
    private static String agreement;
    private static Snapshot agreed;
    private static Instant agreedAt;
    private static TeamVisitor visitor;

    @BeforeAll
    static void start() {
        url = TestDatabase.url();
        hub = TestHub.start(url);
        area = Area.setUp(hub);
        agreement = area.agreementInForce();
        visitor = new TeamVisitor(hub, area, routesOfTheTeam());
        area.credentials().forEach(one -> area.as(one.organisation(), one.role()));
        agreedAt = hub.now();
        agreed = Snapshot.take(url, "agreed");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    /// Whatever a role of the team may call, by the hub's own table of routes: what the visitor has to find.
    private static Set<String> routesOfTheTeam() {
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

    /// What the team sees of one world, at each moment at which it looks.
    private record Seen(Map<String, Map<String, String>> looks, Set<String> bits) {}

    @Test
    void the_team_sees_the_same_bytes() {
        var random = new Random(SEED);
        var moved = new EnumMap<Fact, Integer>(Fact.class);
        var courses = new EnumMap<Course, Integer>(Course.class);
        int bits = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            agreed.restore();
            var course = pair % 5 == 3 ? Course.EXTENDED : pair % 10 == 9 ? Course.VOID : Course.ANSWERED;
            courses.merge(course, 1, Integer::sum);
            hub.part(DemonstrationClock.class).standAt(agreedAt);
            Area.json(area.coordinator()
                    .send("POST", "/api/v1/families?gone=confirmed", "text/csv", families(random, pair)));
            var round = area.openRound(agreement);
            var listed = listed();
            var opened = Snapshot.take(url, "opened");
            var first = HealthWorld.draw(random, course, listed);
            var second = HealthWorld.draw(random, course, listed);
            var wanted = wanted(random, course, listed, first, second);
            first.mark(random, wanted, listed);
            second.mark(random, wanted, listed);
            first.movedFrom(second, wanted, listed).forEach(fact -> moved.merge(fact, 1, Integer::sum));
            var one = live(opened, first, round);
            var other = live(opened, second, round);
            assertThat(one.bits()).as("the bits of pair %d", pair).isEqualTo(wanted);
            assertThat(other.bits()).as("the bits of pair %d", pair).isEqualTo(wanted);
            for (var moment : one.looks().keySet()) {
                assertThat(TeamVisitor.differences(
                                one.looks().getOrDefault(moment, Map.of()),
                                other.looks().getOrDefault(moment, Map.of())))
                        .as("pair %d of seed %d, %s, %s", pair, SEED, course, moment)
                        .isEmpty();
            }
            bits += wanted.size();
        }
        report(moved, courses, bits);
        for (var fact : Fact.values()) {
            assertThat(moved.getOrDefault(fact, 0))
                    .as("pairs in which %s moved", fact)
                    .isGreaterThan(PAIRS / 20);
        }
        var missed = new TreeSet<>(routesOfTheTeam());
        missed.removeAll(visitor.fetched());
        missed.removeIf(TwoWorldsTest::isOfNoInterest);
        assertThat(missed).as("routes that were not fetched").isEmpty();
    }

    /// Signing in and out, and moving the demonstration's clock: the visitor does both by themselves.
    private static boolean isOfNoInterest(String route) {
        return route.contains("/sign") || route.contains("/demonstration/clock") || route.contains("/oauth2/");
    }

    private static void report(Map<Fact, Integer> moved, Map<Course, Integer> courses, int bits) {
        var lines = new ArrayList<String>();
        lines.add("Two worlds: " + PAIRS + " pairs, " + courses + ", " + bits + " bits of 1. Moved in pairs:");
        moved.forEach((fact, pairs) -> lines.add(String.format("  %-32s %3d", fact, pairs)));
        lines.add("Fetched:");
        visitor.fetched().forEach(route -> lines.add("  " + route));
        System.out.println(String.join("\n", lines));
    }

    /// Families with a child and an adult, some with more, some of no practice that is asked, some in hiding.
    private static String families(Random random, int pair) {
        var rows = new ArrayList<String>();
        rows.add("family_id,person_id,nhs_number,given_name,family_name,birth_date,sex,postcode,gp_practice,shielded,"
                + "criteria");
        int count = 12 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            var id = pair + "x" + i;
            var practice = random.nextInt(5) == 0 ? "B99999" : "A81001";
            var shielded = random.nextInt(8) == 0 ? "yes" : "no";
            var criteria = random.nextBoolean() ? "worklessness;school_attendance" : "worklessness";
            var end = ",SE15 1AA," + practice + "," + shielded + ",";
            rows.add("F" + id + ",P" + id + "a,,Anna,Family" + id + ",2004-03-05,female" + end + criteria);
            rows.add("F" + id + ",P" + id + "b,,Bob,Family" + id + ",2029-07-20,male" + end);
            if (random.nextInt(3) == 0) {
                rows.add("F" + id + ",P" + id + "c,,Carl,Family" + id + ",2001-01-09,male" + end);
            }
        }
        return String.join("\n", rows) + "\n";
    }

    private static Map<String, Set<String>> listed() {
        var listed = new TreeMap<String, Set<String>>();
        for (var service : Area.SERVICES) {
            for (var row : area.rows(service)) {
                listed.computeIfAbsent(row[5], _ -> new LinkedHashSet<>()).add(service);
            }
        }
        return listed;
    }

    /// Families that can have the bit 1 in both worlds, about half of them.
    private static Set<String> wanted(
            Random random, Course course, Map<String, Set<String>> listed, HealthWorld one, HealthWorld other) {
        var wanted = new TreeSet<String>();
        listed.forEach((family, listedTo) -> {
            if (course != Course.VOID
                    && one.isAnsweredAbout(listedTo)
                    && other.isAnsweredAbout(listedTo)
                    && random.nextBoolean()) {
                wanted.add(family);
            }
        });
        return wanted;
    }

    private static Seen live(Snapshot opened, HealthWorld world, String round) {
        opened.restore();
        var clock = hub.part(DemonstrationClock.class);
        var start = Area.json(area.coordinator().get("/api/v1/rounds"))
                .get(0)
                .get("opened_at")
                .asString();
        var began = Instant.parse(start);
        clock.standAt(began);
        var player = new HealthSidePlayer(hub, area, world);
        var ids = Map.of("agreement", agreement, "round", round);
        var looks = new LinkedHashMap<String, Map<String, String>>();
        for (int day = 0; day <= 29; day++) {
            clock.standAt(began.plus(Duration.ofDays(day)));
            hub.part(Clockwork.class).whatIsDue();
            int today = day;
            world.acts().stream().filter(act -> act.day() == today).forEach(player::play);
            if (day == 28) {
                looks.put("before the release", visitor.look(ids));
            }
        }
        looks.put("after the release", visitor.look(ids));
        var bits = bits(round);
        looks.put("with every form sent", visitor.sendForms());
        return new Seen(looks, bits);
    }

    private static Set<String> bits(String round) {
        var bits = new TreeSet<String>();
        for (var family : Area.json(area.coordinator().get("/api/v1/rounds/" + round + "/released"))
                .get("families")) {
            if (family.get("result").asString().equals("health_priority")) {
                bits.add("Family" + family.get("family").asString().substring(1));
            }
        }
        return bits;
    }
}
