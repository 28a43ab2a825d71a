package org.kinmark.hub;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kinmark.exchange.ServiceEntry;
import org.kinmark.hub.audit.Actor;
import org.kinmark.hub.staff.DemonstrationAccounts;
import org.kinmark.hub.staff.FirstAdministrator;
import org.kinmark.hub.staff.SetUpUnits;
import org.kinmark.hub.staff.UnitKind;
import org.kinmark.rules.boundary.ServiceKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A small area with a family team, a practice, four other services and one of the council's, and everybody's way in.
public final class Area {

    static final String TEAM = "Family Team";
    static final String PRACTICE = "Riverside Practice";
    static final String CAMHS = "Riverside CAMHS";
    static final String AMHS = "Riverside Adult Mental Health";
    static final String COMMUNITY = "Riverside Community Health";
    static final String SOCIAL_CARE = "Council Adult Social Care";
    static final List<String> SERVICES = List.of(PRACTICE, CAMHS, AMHS, COMMUNITY, SOCIAL_CARE);
    private static final List<ServiceEntry> ENTRIES = List.of(
            new ServiceEntry("gp-1", PRACTICE, ServiceKind.GP_PRACTICE, "A81001", null, null),
            new ServiceEntry("camhs", CAMHS, ServiceKind.CAMHS, "", 0, 17),
            new ServiceEntry("amhs", AMHS, ServiceKind.AMHS, "", 18, null),
            new ServiceEntry("community", COMMUNITY, ServiceKind.COMMUNITY_HEALTH, "", null, null),
            new ServiceEntry("asc", SOCIAL_CARE, ServiceKind.ADULT_SOCIAL_CARE, "", 18, null));

    private final TestHub hub;
    private final List<ServiceEntry> entries;
    private final Map<String, DemonstrationAccounts.Credential> credentials = new HashMap<>();
    private final Map<String, TestHub.Api> clients = new HashMap<>();
    private final Map<String, List<String>> kept = new HashMap<>();

    private Area(TestHub hub, List<ServiceEntry> entries) {
        this.hub = hub;
        this.entries = entries;
    }

    /// Sets the units up, and an account for each role in each of them.
    static Area setUp(TestHub hub) {
        return setUp(hub, ENTRIES);
    }

    /// The same with other services.
    static Area setUp(TestHub hub, List<ServiceEntry> entries) {
        var area = new Area(hub, entries);
        var partnership = hub.part(FirstAdministrator.class).partnership();
        var by = Actor.theHub(partnership, false);
        var setUp = hub.part(SetUpUnits.class);
        setUp.create(
                by,
                new SetUpUnits.NewUnit(
                        "Council", TEAM, UnitKind.FAMILY_TEAM, null, null, null, null, "Stronger Families"));
        setUp.createAll(by, entries, "Council");
        hub.part(DemonstrationAccounts.class)
                .create()
                .forEach(one -> area.credentials.put(one.organisation() + "/" + one.role(), one));
        return area;
    }

    /// The same area, reached through another hub on the same database.
    Area at(TestHub other) {
        var area = new Area(other, entries);
        area.credentials.putAll(credentials);
        return area;
    }

    DemonstrationAccounts.Credential credential(String unit, String role) {
        return Objects.requireNonNull(credentials.get(unit + "/" + role), unit + "/" + role);
    }

    List<DemonstrationAccounts.Credential> credentials() {
        return List.copyOf(credentials.values());
    }

    /// Where the hub writes to the people of a unit.
    Set<String> addressesOf(String unit) {
        return addresses(unit::equals);
    }

    /// Where the hub writes to everybody who is not of the team.
    Set<String> healthAddresses() {
        return addresses(unit -> !unit.equals(TEAM));
    }

    private Set<String> addresses(Predicate<String> unit) {
        return credentials.values().stream()
                .filter(one -> unit.test(one.organisation()))
                .map(one -> one.username() + ".example")
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The API as somebody.
    TestHub.Api as(String unit, String role) {
        return clients.computeIfAbsent(unit + "/" + role, _ -> {
            var known = credential(unit, role);
            var answer = hub.api(null)
                    .send(
                            "POST",
                            "/oauth2/token",
                            "application/x-www-form-urlencoded",
                            "grant_type=client_credentials&client_id=" + known.clientId() + "&client_secret="
                                    + known.clientSecret());
            return hub.api(json(answer).get("access_token").asString());
        });
    }

    TestHub.Api coordinator() {
        return as(TEAM, "coordinator");
    }

    static JsonNode json(TestHub.Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        return JsonMapper.shared().readTree(answer.bytes());
    }

    static JsonNode post(TestHub.Api as, String path, String body) {
        return json(as.send("POST", path, "application/json", body));
    }

    /// Drafted, signed by all, with notices that have been out for 28 days.
    String agreementInForce() {
        return agreementInForce(terms(entries));
    }

    /// The same under terms of one's own.
    String agreementInForce(String terms) {
        var agreement = post(coordinator(), "/api/v1/agreements", terms)
                .get("agreement")
                .asString();
        post(coordinator(), "/api/v1/agreements/" + agreement + "/signatures", "");
        post(coordinator(), "/api/v1/notices", "{\"words\":\"We work together.\"}");
        for (var service : entries.stream().map(ServiceEntry::name).toList()) {
            post(as(service, "service_lead"), "/api/v1/agreements/" + agreement + "/signatures", "");
            post(as(service, "service_lead"), "/api/v1/notices", "{\"words\":\"We work together.\"}");
        }
        hub.moveOn(Duration.ofDays(28));
        return agreement;
    }

    static String terms() {
        return terms(ENTRIES);
    }

    private static String terms(List<ServiceEntry> entries) {
        var parties = entries.stream()
                .map(one -> "{\"unit\":\"" + one.id() + "\",\"why\":\"It could know them\""
                        + (one.minAge() == null || one.minAge() == 0 ? "" : ",\"min_age\":" + one.minAge())
                        + (one.maxAge() == null ? "" : ",\"max_age\":" + one.maxAge()) + "}")
                .collect(Collectors.joining(","));
        var indicators = List.of("anxiety/mental_health", "alcohol/substances", "asthma/physical").stream()
                .map(one -> one.split("/"))
                .map(one -> "{\"id\":\"" + one[0] + "\",\"title\":\"" + one[0] + "\",\"group\":\"" + one[1]
                        + "\",\"codes\":[\"35489007\"]}")
                .collect(Collectors.joining(","));
        return "{\"title\":\"Riverside\",\"starts_on\":\"2040-10-01\",\"ends_on\":\"2041-09-30\",\"indicators\":["
                + indicators + "],\"parties\":[" + parties
                + "],\"caps\":{\"families\":500,\"on_one_list\":500},\"retention_months\":12,"
                + "\"data_protection_basis\":\"Public task\",\"confidentiality_basis\":\"Implied, one bit\"}";
    }

    /// Families of a mother and a son, all of the one practice.
    static String families(int count) {
        var rows = new ArrayList<String>();
        rows.add("family_id,person_id,nhs_number,given_name,family_name,birth_date,sex,postcode,gp_practice,shielded,"
                + "criteria");
        IntStream.range(0, count).forEach(i -> {
            var criteria = i % 3 == 0 ? "worklessness;school_attendance" : "worklessness";
            rows.add("F" + i + ",P" + i + "a,,Anna,Family" + i + ",2004-03-05,female,SE15 1AA,A81001,no," + criteria);
            rows.add("F" + i + ",P" + i + "b,,Bob,Family" + i + ",2029-07-20,male,SE15 1AA,A81001,no,");
        });
        return String.join("\n", rows) + "\n";
    }

    void importFamilies(int count) {
        json(coordinator().send("POST", "/api/v1/families", "text/csv", families(count)));
    }

    /// A round of every family, its closing in two weeks, its second in four, its release a day later.
    String openRound(String agreement) {
        return openRound(agreement, 1);
    }

    /// The same of the families that meet so many criteria at least.
    String openRound(String agreement, int criteria) {
        var now = hub.now();
        return post(
                        coordinator(),
                        "/api/v1/rounds",
                        "{\"agreement\":\"" + agreement + "\",\"criteria\":" + criteria + ",\"closes_at\":\""
                                + now.plus(Duration.ofDays(14)) + "\",\"second_closes_at\":\""
                                + now.plus(Duration.ofDays(28)) + "\",\"releases_at\":\""
                                + now.plus(Duration.ofDays(29)) + "\"}")
                .get("round")
                .asString();
    }

    /// The one list of a service.
    String list(String service) {
        return json(as(service, "professional").get("/api/v1/lists"))
                .get(0)
                .get("list")
                .asString();
    }

    /// The rows of a service's list, without its header.
    List<String[]> rows(String service) {
        var csv = new String(
                as(service, "professional")
                        .get("/api/v1/lists/" + list(service) + "/list.csv")
                        .bytes(),
                StandardCharsets.UTF_8);
        return csv.lines().skip(1).map(line -> line.split(",", -1)).toList();
    }

    /// The families of a service's list by its references, as they were when they were asked for first: a list that is
    /// closed gives its rows no more.
    List<String> rowsKept(String service) {
        return kept.computeIfAbsent(
                service,
                _ -> rows(service).stream().map(row -> row[1]).distinct().toList());
    }

    /// Declares marks: 1 for the families of these surnames.
    void mark(String service, String... surnames) {
        var list = list(service);
        var wanted = List.of(surnames);
        var marks = new java.util.LinkedHashMap<String, String>();
        rows(service)
                .forEach(row ->
                        marks.merge(row[1], wanted.contains(row[5]) ? "1" : "0", (a, b) -> a.equals("1") ? a : b));
        var csv = "list_ref,family_ref,mark\n"
                + marks.entrySet().stream()
                        .map(one -> list + "," + one.getKey() + "," + one.getValue() + "\n")
                        .collect(Collectors.joining());
        json(as(service, "professional").send("POST", "/api/v1/marks?declare=true", "text/csv", csv));
    }
}
