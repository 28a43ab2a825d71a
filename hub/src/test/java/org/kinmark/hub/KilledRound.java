package org.kinmark.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A round around which somebody kills: its lists, what each service says of each family, and what comes of that.
///
/// @param lists each service's reference
/// @param files each service's marks.csv
/// @param marked the families of which some service says that they are a priority, by their number
record KilledRound(
        String id, Instant opened, Map<String, String> lists, Map<String, String> files, Set<String> marked) {

    static final int FAMILIES = 40;

    /// Imports families that nobody asked about before, and opens a round of them.
    static KilledRound open(Area here, String agreement, int number, Random random) {
        Area.json(here.coordinator().send("POST", "/api/v1/families?gone=confirmed", "text/csv", families(number)));
        var now = now(here);
        var id = Area.post(
                        here.coordinator(),
                        "/api/v1/rounds",
                        "{\"agreement\":\"" + agreement + "\",\"criteria\":1,\"closes_at\":\""
                                + now.plus(Duration.ofHours(1)) + "\",\"second_closes_at\":\""
                                + now.plus(Duration.ofMinutes(90)) + "\",\"releases_at\":\""
                                + now.plus(Duration.ofHours(3)) + "\"}")
                .get("round")
                .asString();
        var lists = new LinkedHashMap<String, String>();
        var files = new LinkedHashMap<String, String>();
        var marked = new TreeSet<String>();
        for (var service : Area.SERVICES) {
            var its = IntStream.range(0, FAMILIES)
                    .filter(_ -> random.nextInt(6) == 0)
                    .mapToObj(i -> number + "x" + i)
                    .collect(Collectors.toSet());
            marked.addAll(its);
            lists.put(service, here.list(service));
            files.put(service, file(here, service, here.list(service), its));
        }
        return new KilledRound(id, now, lists, files, marked);
    }

    private static String families(int number) {
        return Area.families(FAMILIES)
                .replaceAll("(?m)^F", "F" + number + "x")
                .replace("Family", "Family" + number + "x")
                .replaceAll(",P([0-9])", ",P" + number + "x$1");
    }

    private static String file(Area here, String service, String list, Set<String> marked) {
        var marks = new LinkedHashMap<String, Boolean>();
        here.rows(service).forEach(row -> marks.put(row[1], marked.contains(row[5].substring("Family".length()))));
        return "list_ref,family_ref,mark\n"
                + marks.entrySet().stream()
                        .map(one -> list + "," + one.getKey() + "," + (one.getValue() ? 1 : 0) + "\n")
                        .collect(Collectors.joining());
    }

    Instant afterItsClosings() {
        return opened.plus(Duration.ofHours(2));
    }

    Instant release() {
        return opened.plus(Duration.ofHours(3));
    }

    static Instant now(Area area) {
        return Instant.parse(Area.json(area.coordinator().get("/api/v1/demonstration/clock"))
                .get("now")
                .asString());
    }

    static void move(Area area, Instant to) {
        Area.post(area.coordinator(), "/api/v1/demonstration/clock", "{\"now\":\"" + to + "\"}");
    }

    /// The families that the team sees as a health priority, by their number.
    Set<String> released(Area area) {
        var bits = new TreeSet<String>();
        for (var family : Area.json(area.coordinator().get("/api/v1/rounds/" + id + "/released"))
                .get("families")) {
            if (family.get("result").asString().equals("health_priority")) {
                bits.add(family.get("family").asString().substring(1));
            }
        }
        return bits;
    }
}
