package org.kinmark.hub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/// Routes such as `GET /rounds/{round}`, found again in requests and in the links of pages.
final class KnownRoutes {

    private static final String ADDRESS = "=\"/";
    private static final String VARIABLE = "\\{[a-zA-Z]+}";
    private static final Pattern LINK = Pattern.compile("\"(/[^\"]*?)(" + TeamVisitor.ID + ")");

    /// By verb and number of segments, so that a request is not compared with all.
    private final Map<String, Map<String, Pattern>> requests = new HashMap<>();
    /// What stands before a page's first variable, with the names of the variables that come there.
    private final Map<String, List<String>> variables = new HashMap<>();

    KnownRoutes(Set<String> routes) {
        for (var route : routes) {
            requests.computeIfAbsent(shape(route), _ -> new LinkedHashMap<>())
                    .put(route, Pattern.compile(route.replaceAll(VARIABLE, "[^/]+")));
            int variable = route.indexOf('{');
            if (variable > 0 && !route.contains("/api/")) {
                variables
                        .computeIfAbsent(route.substring(route.indexOf('/'), variable), _ -> new ArrayList<>())
                        .add(route.substring(variable + 1, route.indexOf('}')));
            }
        }
    }

    private static String shape(String request) {
        return request.substring(0, request.indexOf(' '))
                + request.chars().filter(c -> c == '/').count();
    }

    /// Those that a request may be of.
    ///
    /// @param request as `GET /rounds/1`
    List<String> of(String request) {
        return requests.getOrDefault(shape(request), Map.of()).entrySet().stream()
                .filter(one -> one.getValue().matcher(request).matches())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Gives each id that a page links to with a name of the variable that it can stand for.
    void learn(String page, BiConsumer<String, String> idByName) {
        var links = LINK.matcher(page);
        // An address is looked for where one begins, and not from every quotation mark of the page.
        for (int at = page.indexOf(ADDRESS); at >= 0; at = page.indexOf(ADDRESS, at + 1)) {
            if (links.region(at + 1, page.length()).lookingAt()
                    && (page.startsWith("href", at - 4) || page.startsWith("action", at - 6))) {
                var id = Objects.requireNonNull(links.group(2));
                variables
                        .getOrDefault(Objects.requireNonNull(links.group(1)), List.of())
                        .forEach(name -> idByName.accept(name, id));
            }
        }
    }
}
