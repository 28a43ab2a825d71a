package org.kinmark.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.kinmark.hub.staff.DemonstrationAccounts.Credential;
import org.kinmark.synthetic.InventedArea;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The family team as a curious analyst, with every role of the team and with none: fetches whatever it can find from
/// links, forms and the API's own description, and keeps each answer to the byte, redirects and headers in their order
/// included. A service can look about in the same way; before the release it answers no list, since how a round ends
/// is a fact that both worlds share.
///
/// What is taken out before two answers are compared is this list, and no more:
///
/// 1. the `Date` header, which tells the real time;
/// 2. the session's cookie;
/// 3. the CSRF token of the session;
/// 4. the mark of a form's showing;
/// 5. the secret of an invitation, of a program or of an objection that the visitor itself made;
/// 6. the token that the visitor itself asked for.
final class TeamVisitor implements AutoCloseable {

    static final String NO_ID = "00000000-0000-4000-8000-000000000000";
    static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Pattern INVITATION = Pattern.compile("/invitation/([A-Za-z0-9_-]{43})");
    private static final int PER_ROUTE = 2;
    private static final long LOOK_AGAIN = 10_000_000;
    private static final String JSON = "Content-Type: application/json";
    private static final String AGREEMENT = agreement();
    /// Roles in which a program may act, of the team and of a service.
    private static final Set<String> AS_WHOM = Set.of("key_worker", "professional");

    private final Set<String> routes;
    private final KnownRoutes knownRoutes;
    private final Map<String, Seat> seats = new LinkedHashMap<>();
    private final Map<String, TreeSet<String>> known = new TreeMap<>();
    private final Map<String, Map<Integer, Integer>> answers = new TreeMap<>();
    private final JsonNode description;
    private String inForce = NO_ID;
    private final Set<String> people = new HashSet<>();
    private final Runnable andThen;

    /// @param team everybody's way in
    /// @param routes every route that their roles may call or that is open to all, as `GET /rounds/{round}`
    /// @param andThen what is to have happened before the visitor goes on from something that it changed
    TeamVisitor(String address, List<Credential> team, Set<String> routes, Runnable andThen) {
        this.andThen = andThen;
        this.routes = routes;
        this.knownRoutes = new KnownRoutes(routes);
        team.forEach(one -> seats.put(one.role(), new Seat(address, one)));
        seats.put("stranger", new Seat(address, null));
        seats.values().forEach(seat -> people.add(seat.person()));
        var first = seat(team.getFirst().role());
        first.begin();
        description = JsonMapper.shared()
                .readTree(first.api("GET", "/api/openapi.json", List.of(), "").body());
    }

    private Seat seat(String role) {
        return Optional.ofNullable(seats.get(role)).orElseThrow();
    }

    List<String> roles() {
        return List.copyOf(seats.keySet());
    }

    /// By route, how often each status was the answer so far.
    Map<String, Map<Integer, Integer>> answers() {
        return answers;
    }

    /// Begins a life, of which nothing is known yet.
    ///
    /// @param ids what the team knows, by the names of the API's variables
    void begin(Map<String, String> ids) {
        known.clear();
        ids.forEach(
                (name, id) -> known.computeIfAbsent(name, _ -> new TreeSet<>()).add(id));
        inForce = ids.getOrDefault("agreement", NO_ID);
        seats.values().forEach(Seat::begin);
    }

    /// Looks at everything that is found, as some roles.
    ///
    /// @param file a families.csv, for where a form wants one
    Map<String, String> look(SharedWorld.Look look, String file) {
        var seen = new TreeMap<String, String>();
        if (look.opening() != SharedWorld.Opening.NONE) {
            openRound(seen, look);
        }
        for (var role : look.roles()) {
            var random = new Random(look.seed());
            var seat = seat(role);
            var pages = browse(seat, seen, random);
            boolean formsFirst = random.nextBoolean();
            if (look.actsToo() && formsFirst) {
                sendForms(seat, pages, seen, look, file);
            }
            askApi(seat, seen, random, look);
            askStrangely(seat, seen, random);
            if (look.actsToo() && !formsFirst) {
                sendForms(seat, pages, seen, look, file);
            }
        }
        if (look.actsToo()) {
            openTo(seen);
        }
        if (look.actsToo() && seats.containsKey("coordinator")) {
            changeADraft(seen, new Random(look.seed()));
        }
        return seen;
    }

    /// Fetches whatever shows one thing that is known, page by page, though no link may lead there at this moment.
    ///
    /// @param shows what of it, by the name of the API's variable
    Map<String, String> lookAtEach(String role, String shows) {
        var seen = new TreeMap<String, String>();
        var variable = "{" + shows + "}";
        for (var route : routes) {
            if (route.startsWith("GET ") && route.contains(variable) && route.indexOf('{') == route.lastIndexOf('{')) {
                known.getOrDefault(shows, new TreeSet<>())
                        .forEach(id ->
                                keep(seen, seat(role), "GET", route.substring(4).replace(variable, id), List.of(), ""));
            }
        }
        return seen;
    }

    /// Sends a file by the page in which everybody who is known is gone.
    void importToConfirm(String file) {
        var coordinator = seat("coordinator");
        var form = Optional.ofNullable(
                        Jsoup.parse(coordinator.get("/families/import").text()).selectFirst("form[enctype]"))
                .orElseThrow();
        quiet(coordinator, coordinator.post(form.attr("action"), Filled.in(form, new Random(0), file)));
    }

    /// Invites somebody, so that there is a colleague who is not the visitor.
    void invite() {
        var administrator = seat("administrator");
        var form = Optional.ofNullable(
                        Jsoup.parse(administrator.get("/staff/new").text()).selectFirst("main form"))
                .orElseThrow();
        var filled = Filled.in(form, new Random(0), "");
        filled.fields().put("signInName", List.of("s.spare"));
        // Nobody who works at a service, whom that service may have invited.
        filled.fields().put("registration", List.of("7654321"));
        filled.fields().put("role", List.of("key_worker"));
        var answer = administrator.post(form.attr("action"), filled);
        if (answer.status() / 100 != 3) {
            throw new AssertionError("nobody could be invited: "
                    + Jsoup.parse(answer.text()).select("main").text());
        }
    }

    private void openRound(Map<String, String> seen, SharedWorld.Look look) {
        var random = new Random(look.seed());
        var coordinator = seat("coordinator");
        if (look.opening() == SharedWorld.Opening.BY_API) {
            var body = "{\"agreement\":\"" + inForce + "\",\"criteria\":1}";
            keep(seen, coordinator, "POST", "/api/v1/rounds", List.of(JSON), body);
            return;
        }
        var path = "/rounds/new?criteria=1&agreement=" + inForce;
        var dates = Jsoup.parse(coordinator.get(path).text()).selectFirst("main form");
        var asked = dates == null
                ? path
                : "/rounds/new?" + Filled.in(dates, random, "").encoded();
        var checked = Jsoup.parse(coordinator.get(asked).text()).selectFirst("form[action=/rounds]");
        if (checked != null) {
            keepForm(seen, coordinator, "/rounds", Filled.in(checked, random, ""));
        }
    }

    private record Page(String path, Document document) {}

    private List<Page> browse(Seat seat, Map<String, String> seen, Random random) {
        var pages = new ArrayList<Page>();
        var waiting = new ArrayDeque<>(List.of("/"));
        var done = new HashSet<String>();
        var perRoute = new TreeMap<String, Integer>();
        while (!waiting.isEmpty()) {
            var path = waiting.poll();
            if (!done.add(path) || perRoute.merge(kind(path), 1, Integer::sum) > PER_ROUTE) {
                continue;
            }
            var reply = seat.get(path);
            keep(seen, seat, "GET", path, reply);
            reply.header("location").map(TeamVisitor::path).ifPresent(waiting::add);
            if (reply.header("content-type")
                    .filter(type -> type.startsWith("text/html"))
                    .isEmpty()) {
                continue;
            }
            var document = Jsoup.parse(reply.text());
            pages.add(new Page(path, document));
            var found = new ArrayList<String>();
            document.select("a[href^=/]").stream()
                    .map(link -> link.attr("href").replaceAll("#.*", ""))
                    .filter(link -> !link.startsWith("/assets/"))
                    .forEach(found::add);
            document.select("form[method=get]")
                    .forEach(form -> found.add(form.attr("action") + "?"
                            + Filled.in(form, random, "").encoded()));
            // Which of many alike are opened is chance, and the same in both worlds.
            Collections.shuffle(found, random);
            waiting.addAll(found);
        }
        return pages;
    }

    /// Addresses that lead to pages of one kind; one's own page among the staff's is of another than a colleague's.
    private String kind(String path) {
        boolean isOfSeat = people.stream().anyMatch(path::contains);
        return (isOfSeat ? "own " : "") + path.replaceAll(ID, "*").replaceAll("=[^&]*", "=");
    }

    private static String path(String location) {
        return location.replaceAll("^https?://[^/]+", "");
    }

    /// Every operation of the description.
    private void askApi(Seat seat, Map<String, String> seen, Random random, SharedWorld.Look look) {
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    var method = operation.getKey().toUpperCase(Locale.ROOT);
                    var name = operation.getValue().get("operationId").asString();
                    if (method.equals("GET")) {
                        keep(seen, seat, method, fill(path.getKey(), random), List.of(), "");
                    } else if (look.actsToo() && isTheTurnOf(name, look) && !answersTooSoon(path.getKey(), look)) {
                        var body = TeamBodies.of(name, known, random);
                        keep(
                                seen,
                                seat,
                                method,
                                fill(path.getKey(), random) + (name.equals("importFamilies") ? "?gone=confirmed" : ""),
                                List.of(body.matches("(?s)(family_id|list_ref),.*") ? "Content-Type: text/csv" : JSON),
                                body);
                    }
                }));
    }

    /// Each form and operation is sent in two pairs of three, so that what one does to another is seen both ways.
    private static boolean isTheTurnOf(String act, SharedWorld.Look look) {
        return new Random(look.seed() ^ act.hashCode()).nextInt(3) > 0;
    }

    /// Whether it may make a service's answer, or take one back, while that still counts in how the round ends.
    private static boolean answersTooSoon(String path, SharedWorld.Look look) {
        return look.at().compareTo(SharedWorld.RELEASE) < 0 && path.matches(".*/(declaration|withdrawal|replacement)");
    }

    /// With what nobody should send: ids of nothing, verbs that are none of a route's, headers that ask for less.
    private void askStrangely(Seat seat, Map<String, String> seen, Random random) {
        var all = List.copyOf(routes);
        for (int i = 0; i < 6; i++) {
            var route = all.get(random.nextInt(all.size()));
            var path = route.substring(route.indexOf(' ') + 1);
            var nothing = path.replaceAll("\\{[a-zA-Z]+}", NO_ID);
            var real = fill(path, random);
            switch (random.nextInt(8)) {
                case 0 -> keep(seen, seat, "GET", nothing, List.of(), "");
                case 1 -> keep(seen, seat, "GET", path.replaceAll("\\{[a-zA-Z]+}", "x'--"), List.of(), "");
                case 2 -> keep(seen, seat, "DELETE", real, List.of(), "");
                case 3 -> keep(seen, seat, "HEAD", real, List.of(), "");
                case 4 -> keep(seen, seat, "OPTIONS", real, List.of("Origin: https://elsewhere.example"), "");
                case 5 -> keep(seen, seat, "GET", real, List.of("If-None-Match: *", "Range: bytes=0-99"), "");
                case 6 -> keep(seen, seat, "GET", real + "?page=999999&before=3&show=none", List.of(), "");
                default -> keep(seen, seat, "PATCH", real + "/more", List.of(JSON), "{\"a\":");
            }
        }
        var key = "Idempotency-Key: " + new java.util.UUID(random.nextLong(), random.nextLong());
        for (int times = 0; times < 2; times++) {
            keep(
                    seen,
                    seat,
                    "POST",
                    "/api/v1/rounds/preview",
                    List.of(JSON, key),
                    TeamBodies.of("previewRound", known, random));
        }
    }

    private String fill(String path, Random random) {
        var filled = path;
        for (var name : known.keySet()) {
            var ids = List.copyOf(known.getOrDefault(name, new TreeSet<>()));
            filled = filled.replace("{" + name + "}", ids.get(random.nextInt(ids.size())));
        }
        return filled.replaceAll("\\{[a-zA-Z]+}", NO_ID);
    }

    /// The forms of the pages that were opened, filled in and sent; what changes oneself is left alone.
    private void sendForms(Seat seat, List<Page> pages, Map<String, String> seen, SharedWorld.Look look, String file) {
        var random = new Random(~look.seed());
        var sent = new HashSet<String>();
        // Those furthest from the start come first: what is discarded or ended there can be worked on no more.
        var waiting = new ArrayDeque<>(pages.reversed());
        while (!waiting.isEmpty()) {
            var page = waiting.poll();
            for (var way : Filled.ways(page.document())) {
                var action = way.action();
                var kind = action.replaceAll(ID, "*");
                if (action.equals("/sign-out")
                        || action.equals("/demonstration/clock")
                        || people.stream().anyMatch(action::contains)
                        || !isTheTurnOf(kind, look)
                        || answersTooSoon(kind, look)
                        || !sent.add(kind)) {
                    continue;
                }
                var filled = Filled.in(way.form(), random, fileFor(action, file, random));
                if (filled.fields().containsKey("person")) {
                    // A program acts as somebody, in roles that they have.
                    var other = seats.values().stream()
                            .filter(one -> AS_WHOM.contains(one.role()))
                            .findFirst()
                            .orElseThrow();
                    filled.fields().put("person", List.of(other.person()));
                    filled.fields().put("role", List.of(other.role()));
                }
                var reply = keepForm(seen, seat, action, filled);
                quiet(seat, reply);
                reply.header("location").map(TeamVisitor::path).ifPresent(to -> {
                    var next = seat.get(to);
                    keep(seen, seat, "GET", to, next);
                    takeUp(seen, next);
                    var landed = Jsoup.parse(next.text());
                    // Where what was made is listed, it can be undone.
                    landed.select("main a[href^=/]").eachAttr("href").stream()
                            .filter(link -> link.length() > 1 && action.startsWith(link))
                            .forEach(link -> waiting.addFirst(
                                    new Page(link, Jsoup.parse(seat.get(link).text()))));
                    waiting.addFirst(new Page(to, landed));
                });
            }
        }
    }

    private String fileFor(String action, String families, Random random) {
        return action.endsWith("/indicators/file")
                ? AGREEMENT
                : action.equals("/marks") ? TeamBodies.of("uploadMarks", known, random) : families;
    }

    /// An import goes on in the background; how far it is at a moment is no fact of either world.
    private static void quiet(Seat seat, HubConnection.Reply reply) {
        var to = reply.header("location").map(TeamVisitor::path).filter(path -> path.contains("/imports/"));
        while (to.isPresent() && seat.get(to.get()).text().contains("data-look-again")) {
            LockSupport.parkNanos(LOOK_AGAIN);
        }
    }

    /// An invitation is taken up by whoever has the link.
    private void takeUp(Map<String, String> seen, HubConnection.Reply reply) {
        var link = INVITATION.matcher(reply.text());
        if (link.find()) {
            var stranger = seat("stranger");
            var shown = stranger.get(link.group());
            keep(seen, stranger, "GET", link.group(), shown);
            var form = Jsoup.parse(shown.text()).selectFirst("main form");
            if (form != null) {
                keepForm(seen, stranger, link.group(), Filled.in(form, new Random(0), ""));
            }
        }
    }

    /// What a stranger is shown, and told for a password that is wrong, whoever's name it gives.
    private void openTo(Map<String, String> seen) {
        var stranger = seat("stranger");
        var first = seats.values().iterator().next();
        keep(seen, first, "POST", "/oauth2/token", first.askForToken());
        askAsLastTime(seen);
        takeBackAnObjection(seen);
        for (var route : routes) {
            if (route.startsWith("GET ") && !route.contains("{") && !route.contains("/api/")) {
                var path = route.substring(4);
                keep(seen, stranger, "GET", path, stranger.get(path));
            }
        }
    }

    /// A draft of its own, of which every form is sent: those that were found may be signed or discarded by then.
    private void changeADraft(Map<String, String> seen, Random random) {
        var coordinator = seat("coordinator");
        var drafted = coordinator.api("POST", "/api/v1/agreements", List.of(JSON), Area.terms());
        keep(seen, coordinator, "POST", "/api/v1/agreements", drafted);
        var draft = "/agreements/"
                + JsonMapper.shared().readTree(drafted.body()).get("agreement").asString();
        for (var route : routes) {
            if (route.matches("GET /agreements/\\{[a-z]+}/[a-z]+")) {
                var path = draft + route.substring(route.lastIndexOf('/'));
                var page = coordinator.get(path);
                keep(seen, coordinator, "GET", path, page);
                for (var form : Jsoup.parse(page.text()).select("form[method=post][action^=" + draft + "]")) {
                    var action = form.attr("action");
                    keepForm(
                            seen,
                            coordinator,
                            action,
                            Filled.in(form, random, action.endsWith("file") ? AGREEMENT : ""));
                }
            }
        }
    }

    /// A form that stands on its page only while a family may be asked so, and that anybody could have kept.
    private void askAsLastTime(Map<String, String> seen) {
        if (routes.contains("POST /rounds/as-last-time")) {
            known.getOrDefault("family", new TreeSet<>()).stream().limit(2).forEach(family -> {
                var fields = new LinkedHashMap<String, List<String>>();
                fields.put("family", List.of(family));
                fields.put("as", List.of("now"));
                fields.put("agreement", List.of(inForce));
                fields.put("criteria", List.of("1"));
                keepForm(seen, seat("coordinator"), "/rounds/as-last-time", new Filled.Form(fields, ""));
            });
        }
    }

    /// Whoever of them is there: one of them came with a file that the visitor may have sent.
    private void takeBackAnObjection(Map<String, String> seen) {
        if (routes.contains("POST /api/v1/family-objections")) {
            for (var family : List.of(SharedWorld.ALONE, "N1")) {
                var said = TeamBodies.objection(family, "self");
                for (var path : List.of("/api/v1/family-objections", "/api/v1/family-objections/taking-back")) {
                    keep(seen, seat("coordinator"), "POST", path, List.of(JSON), said);
                }
            }
        }
    }

    private static String agreement() {
        try (var file = InventedArea.class.getResourceAsStream("agreement.json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{agreement_ref}", NO_ID)
                    .replace("{as_of}", "2040-10-01");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(
            Map<String, String> seen, Seat seat, String method, String path, List<String> headers, String body) {
        var reply = path.startsWith("/api/") || path.startsWith("/oauth2/")
                ? seat.api(method, path, headers, body)
                : seat.asBrowser(method, path, headers, body.getBytes(StandardCharsets.UTF_8));
        keep(seen, seat, method, path, reply);
    }

    private HubConnection.Reply keepForm(Map<String, String> seen, Seat seat, String action, Filled.Form form) {
        var fields = new LinkedHashMap<>(form.fields());
        fields.put("_csrf", List.of(seat.csrf()));
        var reply = seat.post(action, new Filled.Form(fields, form.file()));
        keep(seen, seat, "POST", action, reply);
        return reply;
    }

    private void keep(Map<String, String> seen, Seat seat, String method, String path, HubConnection.Reply reply) {
        var plain = path.replaceAll("\\?.*", "");
        for (var route : knownRoutes.of(method + " " + plain)) {
            answers.computeIfAbsent(route, _ -> new TreeMap<>()).merge(reply.status(), 1, Integer::sum);
        }
        learn(reply);
        if (!method.equals("GET")) {
            andThen.run();
        }
        var key = seat.role() + " " + method + " " + INVITATION.matcher(path).replaceAll("/invitation/");
        var number = 1;
        while (seen.containsKey(key + (number == 1 ? "" : " #" + number))) {
            number++;
        }
        seen.put(key + (number == 1 ? "" : " #" + number), normal(reply));
    }

    static String normal(HubConnection.Reply reply) {
        var head = reply.head()
                .replaceAll("(?m)^(?i)(date): .*$", "$1:")
                .replaceAll("(?m)^(?i)(set-cookie: JSESSIONID=)[^;]*", "$1");
        var body = reply.text()
                .replaceAll("name=\"(_csrf|once)\" value=\"[^\"]*\"", "name=\"$1\"")
                .replaceAll("id=\"secret\">[A-Za-z0-9_-]{19,43}<", "id=\"secret\"><")
                .replaceAll("\"access_token\":\"[^\"]*\"", "\"access_token\":\"\"");
        return INVITATION.matcher(head + "\n" + body).replaceAll("/invitation/");
    }

    /// Ids that an answer has, by the names of the variables that they can stand for.
    private void learn(HubConnection.Reply reply) {
        var type = reply.header("content-type").orElse("");
        if (type.startsWith("application/json")) {
            learn(JsonMapper.shared().readTree(reply.body()));
        } else if (type.startsWith("text/csv") && reply.text().startsWith("list_ref,family_ref,")) {
            reply.text().lines().skip(1).map(line -> line.split(",", 3)).forEach(row -> {
                known.computeIfAbsent("list", _ -> new TreeSet<>()).add(row[0]);
                known.computeIfAbsent("family", _ -> new TreeSet<>()).add(row[1]);
                known.computeIfAbsent("families of " + row[0], _ -> new TreeSet<>())
                        .add(row[1]);
            });
        } else if (type.startsWith("text/html")) {
            knownRoutes.learn(
                    reply.text(),
                    (name, id) ->
                            known.computeIfAbsent(name, _ -> new TreeSet<>()).add(id));
        }
    }

    private void learn(JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                if (field.getValue().isString()) {
                    known.computeIfAbsent(
                                    (field.getValue().asString().matches(ID) ? "" : "said ") + field.getKey(),
                                    _ -> new TreeSet<>())
                            .add(field.getValue().asString());
                }
            });
        }
        node.forEach(this::learn);
    }

    /// Where two looks differ, in a line each.
    static List<String> differences(Map<String, String> one, Map<String, String> other) {
        var all = new TreeSet<>(one.keySet());
        all.addAll(other.keySet());
        return all.stream()
                .filter(key -> !String.valueOf(one.get(key)).equals(String.valueOf(other.get(key))))
                .map(key -> key + ": " + firstDifference(String.valueOf(one.get(key)), String.valueOf(other.get(key))))
                .toList();
    }

    private static String firstDifference(String one, String other) {
        int at = Arrays.mismatch(one.toCharArray(), other.toCharArray());
        return "“" + around(one, at) + "” and “" + around(other, at) + "”";
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, Math.min(at - 60, text.length())), Math.min(text.length(), at + 80))
                .replace('\n', ' ');
    }

    @Override
    public void close() {
        seats.values().forEach(Seat::close);
    }
}
