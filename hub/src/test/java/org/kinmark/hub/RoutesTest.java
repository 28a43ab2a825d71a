package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.DemonstrationAccounts.Credential;
import org.kinmark.hub.staff.OpenToAll;
import org.kinmark.hub.staff.Role;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every route, as every role of every unit, with ids of things that there are: it is allowed, or there is the same
/// "not found" that anybody gets who asks for what does not exist.
class RoutesTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");

    private static TestHub hub;
    private static Area area;
    private static final Map<String, String> IDS = new HashMap<>();

    @BeforeAll
    static void start() {
        hub = TestHub.start();
        area = Area.setUp(hub);
        var agreement = area.agreementInForce();
        area.importFamilies(12);
        IDS.put("agreement", agreement);
        IDS.put("id", agreement);
        IDS.put(
                "draft",
                Area.post(area.coordinator(), "/api/v1/agreements", Area.terms())
                        .get("agreement")
                        .asString());
        IDS.put("round", area.openRound(agreement));
        IDS.put("list", area.list(Area.PRACTICE));
        IDS.put("family", linkOf(Area.TEAM, "coordinator", "/families", "/families/"));
        IDS.put("unit", linkOf("Partnership", "administrator", "/units", "/units/"));
        IDS.put("person", linkOf(Area.TEAM, "administrator", "/staff", "/staff/"));
        IDS.put("waiver", UUID.randomUUID().toString());
        IDS.put("objection", UUID.randomUUID().toString());
        IDS.put("link", "no-such-link");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static String linkOf(String unit, String role, String page, String prefix) {
        return signedIn(area.credential(unit, role))
                .get(page)
                .document()
                .select("main a[href^=" + prefix + "]")
                .stream()
                .map(link -> link.attr("href").substring(prefix.length()))
                .filter(id -> id.matches("[0-9a-f-]{36}"))
                .findFirst()
                .orElseThrow();
    }

    private static TestHub.Browser signedIn(Credential who) {
        var browser = hub.browser();
        browser.get("/sign-in").submit(form -> form.set("name", who.username()).set("password", who.password()));
        return browser;
    }

    private record Route(RequestMethod method, String path, AllowedTo allowed) {

        boolean isOfTheApi() {
            return path.startsWith("/api/");
        }

        boolean allows(Credential who) {
            var roles = switch (who.kind()) {
                case "family_team" -> allowed.team();
                case "partnership" -> allowed.partnership();
                default -> allowed.health();
            };
            var role = Role.valueOf(who.role().toUpperCase(Locale.ROOT));
            return allowed.everyone() || Arrays.asList(roles).contains(role);
        }

        /// Whether the thing that the walk asks for is this unit's at all.
        boolean concerns(Credential who) {
            var of = who.organisation();
            if (path.contains("{list}")) {
                return of.equals(Area.PRACTICE);
            }
            if (path.equals("/objections/form")) {
                // Not for Guardians of the team's own council.
                return !of.equals(Area.SOCIAL_CARE);
            }
            if (path.contains("{round}") || path.contains("{family}") || path.contains("{person}")) {
                return of.equals(Area.TEAM);
            }
            return !path.contains("{waiver}")
                    && !path.contains("{objection}")
                    && !path.contains("{made}")
                    && !path.contains("/imports/{id}");
        }

        String filled() {
            if (path.matches("/agreements/\\{id}/(about|indicators|parties|amounts|bases|checks)")) {
                return path.replace("{id}", IDS.getOrDefault("draft", ""));
            }
            return VARIABLE.matcher(path).replaceAll(found -> IDS.getOrDefault(found.group(1), "none"));
        }

        String named() {
            return method + " " + path;
        }
    }

    private static List<Route> routes() {
        var mapping = hub.part(RequestMappingHandlerMapping.class);
        var routes = new ArrayList<Route>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            var allowed = handler.getMethodAnnotation(AllowedTo.class);
            if (allowed != null) {
                info.getPatternValues()
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> routes.add(new Route(method, path, allowed))));
            }
        });
        return routes;
    }

    @Test
    void every_route_says_who_may_call_it() {
        var mapping = hub.part(RequestMappingHandlerMapping.class);
        var undeclared = mapping.getHandlerMethods().values().stream()
                .filter(handler -> handler.getBeanType().getName().startsWith("org.kinmark"))
                .filter(handler -> handler.getMethodAnnotation(AllowedTo.class) == null
                        && handler.getMethodAnnotation(OpenToAll.class) == null)
                .map(Object::toString);
        assertThat(undeclared).isEmpty();
        assertThat(routes()).hasSizeGreaterThan(80);
    }

    @Test
    void whoever_may_not_gets_the_answer_for_what_does_not_exist() {
        var routes = routes();
        var wrong = new TreeSet<String>();
        int walked = 0;
        for (var who : area.credentials()) {
            var api = area.as(who.organisation(), who.role());
            var browser = signedIn(who);
            var nothing = browser.get("/no-such-page");
            var noPage = without(nothing);
            var none = hub.api(null).get("/api/v1/no-such-thing").status() == 401
                    ? api.get("/api/v1/no-such-thing").text()
                    : "";
            for (var route : routes) {
                walked++;
                boolean allowed = route.allows(who) && route.concerns(who);
                if (route.method() != RequestMethod.GET && route.allows(who)) {
                    // What is allowed is done by other tests; done here, it would change what the walk asks for.
                    continue;
                }
                if (route.isOfTheApi()) {
                    var answer = route.method() == RequestMethod.GET
                            ? api.get(route.filled())
                            : api.send(route.method().name(), route.filled(), type(route), "{}");
                    judge(wrong, route, who, allowed, answer.status(), answer.text(), none);
                } else {
                    var answer = route.method() == RequestMethod.GET
                            ? browser.get(query(route))
                            : browser.post(route.filled(), nothing.csrf());
                    judge(wrong, route, who, allowed, answer.status(), without(answer), noPage);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(walked).isGreaterThan(2_000);
    }

    private static String type(Route route) {
        return route.path().endsWith("/families") || route.path().endsWith("/marks") ? "text/csv" : "application/json";
    }

    private static String query(Route route) {
        return route.path().equals("/waivers/new")
                ? "/waivers/new?agreement=" + IDS.get("agreement") + "&criteria=1&failed=services"
                : route.filled();
    }

    /// The main part of a page: what is around it names who is signed in.
    private static String without(TestHub.Page page) {
        var main = page.document().selectFirst("main");
        return main == null ? page.answer().text() : main.outerHtml();
    }

    private static void judge(
            Set<String> wrong, Route route, Credential who, boolean allowed, int status, String said, String none) {
        var where = route.named() + " as " + who.role() + " of " + who.organisation() + ": " + status;
        if (allowed && (status == 404 || status >= 500) || !allowed && status != 404) {
            wrong.add(where);
        } else if (!allowed && !said.equals(none)) {
            wrong.add(where + ", in other words than for what does not exist");
        }
    }
}
