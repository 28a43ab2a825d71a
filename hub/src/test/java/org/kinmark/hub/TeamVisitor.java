package org.kinmark.hub;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jsoup.nodes.Element;
import org.kinmark.hub.staff.DemonstrationAccounts.Credential;
import tools.jackson.databind.json.JsonMapper;

/// The family team as a curious analyst: fetches whatever it can find, from the API's own description, links and forms,
/// as every role of the team, and keeps each answer to the byte.
///
/// What is taken out before two answers are compared is this list, and no more: the `Date` header, the session's
/// cookie, the CSRF token, the mark of a form's showing, and the secret of an invitation that the visitor itself made.
final class TeamVisitor {

    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    static final String NO_ID = "00000000-0000-4000-8000-000000000000";
    private static final Set<String> NOT_COMPARED = Set.of("date", "set-cookie", "keep-alive", "connection");
    private static final int FAMILIES_OPENED = 3;

    private final Area area;
    private final List<Credential> team;
    private final Map<Credential, TestHub.Browser> browsers = new LinkedHashMap<>();
    private final Set<String> routesOfTeam;
    private final Set<String> fetched = new TreeSet<>();

    /// @param routesOfTeam every route that the team's roles may call, as `GET /rounds/{round}`
    TeamVisitor(TestHub hub, Area area, Set<String> routesOfTeam) {
        this.area = area;
        this.routesOfTeam = routesOfTeam;
        this.team = area.credentials().stream()
                .filter(one -> one.organisation().equals(Area.TEAM))
                .sorted(java.util.Comparator.comparing(Credential::role))
                .toList();
        for (var one : team) {
            var browser = hub.browser();
            browser.get("/sign-in")
                    .submit(form -> form.set("name", one.username()).set("password", one.password()));
            browsers.put(one, browser);
        }
    }

    /// The routes that were fetched so far.
    Set<String> fetched() {
        return fetched;
    }

    /// Everything that is found by links and from the API's description.
    ///
    /// @param ids what the team knows, by the names of the API's variables
    Map<String, String> look(Map<String, String> ids) {
        var seen = new TreeMap<String, String>();
        for (var one : team) {
            links(one, seen);
        }
        description(ids, seen);
        return seen;
    }

    private void links(Credential who, Map<String, String> seen) {
        var browser = java.util.Objects.requireNonNull(browsers.get(who));
        var waiting = new ArrayDeque<>(List.of("/"));
        var known = new TreeSet<String>();
        var perRoute = new TreeMap<String, Integer>();
        while (!waiting.isEmpty()) {
            var path = waiting.poll();
            var route = path.replaceAll(ID, "*");
            if (!known.add(path) || perRoute.merge(route, 1, Integer::sum) > FAMILIES_OPENED) {
                continue;
            }
            var page = browser.get(path);
            keep(seen, who.role() + " GET " + path, "GET", path, page.answer());
            page.document().select("a[href^=/]").stream()
                    .map(link -> link.attr("href").replaceAll("#.*", ""))
                    .filter(link -> !link.startsWith("/assets/"))
                    .forEach(waiting::add);
            for (var form : page.document().select("form[method=get]")) {
                waiting.addAll(filled(form));
            }
        }
    }

    /// The addresses to which a form leads that is sent by GET: one for each choice.
    private static List<String> filled(Element form) {
        var fixed = new StringBuilder(form.attr("action")).append('?');
        form.select("input[type=hidden], input[type=text]")
                .forEach(field -> fixed.append(field.attr("name"))
                        .append('=')
                        .append(field.val())
                        .append('&'));
        var choices = form.select("input[type=radio]");
        return choices.isEmpty()
                ? List.of(fixed.toString())
                : choices.stream()
                        .limit(2)
                        .map(choice -> fixed + choice.attr("name") + "=" + choice.val())
                        .toList();
    }

    /// Every operation of the description that the team may call, with what it knows, with ids of nothing, and with
    /// bodies that are none; and pages with ids of nothing.
    private void description(Map<String, String> ids, Map<String, String> seen) {
        for (var role : List.of("coordinator", "key_worker", "information_governance_lead")) {
            var api = area.as(Area.TEAM, role);
            var document =
                    JsonMapper.shared().readTree(api.get("/api/openapi.json").bytes());
            document.get("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().forEach(operation -> {
                        var method = operation.getKey().toUpperCase(java.util.Locale.ROOT);
                        // With an id of nothing only, where it would change what there is.
                        var known = method.equals("GET") ? ids : Map.<String, String>of();
                        for (var filled :
                                new TreeSet<>(List.of(fill(path.getKey(), known), fill(path.getKey(), Map.of())))) {
                            if (path.getKey().contains("demonstration/clock")) {
                                continue;
                            }
                            var answer = method.equals("GET")
                                    ? api.get(filled)
                                    : api.send(method, filled, type(filled), "{}");
                            keep(seen, role + " " + method + " " + filled, method, filled, answer);
                        }
                    }));
            var preview = api.send(
                    "POST",
                    "/api/v1/rounds/preview",
                    "application/json",
                    "{\"agreement\":\"" + ids.get("agreement") + "\",\"criteria\":1}");
            keep(seen, role + " POST preview", "POST", "/api/v1/rounds/preview", preview);
        }
        for (var route : routesOfTeam) {
            var path = fill(route.substring(4), Map.of());
            if (route.startsWith("GET /") && !route.contains("/api/") && !route.contains("/sign")) {
                for (var one : team) {
                    var browser = java.util.Objects.requireNonNull(browsers.get(one));
                    keep(
                            seen,
                            one.role() + " GET " + path,
                            "GET",
                            path,
                            browser.get(path).answer());
                }
            }
        }
    }

    private static String type(String path) {
        return path.endsWith("/families") || path.endsWith("/marks") ? "text/csv" : "application/json";
    }

    private static String fill(String path, Map<String, String> ids) {
        var filled = path;
        for (var id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled.replaceAll("\\{[a-zA-Z]+}", NO_ID);
    }

    /// Every form on every page, sent with nothing that a person would have to fill in; it changes things, so that it
    /// comes last.
    Map<String, String> sendForms() {
        var seen = new TreeMap<String, String>();
        for (var one : team) {
            var browser = java.util.Objects.requireNonNull(browsers.get(one));
            var pages = new TreeMap<String, String>();
            links(one, pages);
            var sent = new TreeSet<String>();
            for (var key : pages.keySet()) {
                var path = key.substring(key.indexOf('/'));
                var page = browser.get(path);
                for (var form : page.document().select("form[method=post]")) {
                    var action = form.attr("action");
                    if (action.equals("/sign-out")
                            || action.equals("/demonstration/clock")
                            || !sent.add(action.replaceAll(ID, "*"))) {
                        continue;
                    }
                    var answer = browser.post(action, page.csrf()).answer();
                    keep(seen, one.role() + " POST " + action, "POST", action, answer);
                }
            }
        }
        for (var route : routesOfTeam) {
            if (route.startsWith("POST /") && !route.contains("/api/") && !route.matches(".*/(sign|demonstration).*")) {
                for (var one : team) {
                    var browser = java.util.Objects.requireNonNull(browsers.get(one));
                    var path = fill(route.substring(5), Map.of());
                    var answer =
                            browser.post(path, browser.get("/account").csrf()).answer();
                    keep(seen, one.role() + " POST " + path, "POST", path, answer);
                }
            }
        }
        return seen;
    }

    private void keep(Map<String, String> seen, String key, String method, String path, TestHub.Answer answer) {
        var plain = path.replaceAll("\\?.*", "");
        routesOfTeam.stream()
                .filter(route -> (method + " " + plain).matches(route.replaceAll("\\{[a-zA-Z]+}", "[^/]+")))
                .forEach(fetched::add);
        var headers = new TreeMap<String, List<String>>();
        answer.headers().forEach((name, values) -> {
            if (!NOT_COMPARED.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                headers.put(name, values);
            }
        });
        var body = new String(answer.bytes(), StandardCharsets.UTF_8)
                .replaceAll("name=\"(_csrf|once)\" value=\"[^\"]*\"", "name=\"$1\"")
                .replaceAll("/invitation/[A-Za-z0-9_-]{43}", "/invitation/");
        seen.put(key, answer.status() + " " + headers + "\n" + body);
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
        return text.substring(Math.max(0, Math.min(at - 40, text.length())), Math.min(text.length(), at + 60))
                .replace('\n', ' ');
    }
}
