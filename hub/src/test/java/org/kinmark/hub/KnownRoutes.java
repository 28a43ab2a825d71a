package org.kinmark.hub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/// Routes such as `GET /rounds/{round}`, found again in requests and in the links of pages.
final class KnownRoutes {

    private static final String VARIABLE = "\\{[a-zA-Z]+}";
    private static final Pattern LINK = Pattern.compile("(?:href|action)=\"([^\"]*?)(" + TeamVisitor.ID + ")");

    private final Map<String, Pattern> requests = new LinkedHashMap<>();
    /// What stands before a page's first variable, with the names of the variables that come there.
    private final Map<String, List<String>> variables = new HashMap<>();

    KnownRoutes(Set<String> routes) {
        for (var route : routes) {
            requests.put(route, Pattern.compile(route.replaceAll(VARIABLE, "[^/]+")));
            int variable = route.indexOf('{');
            if (variable > 0 && !route.contains("/api/")) {
                variables
                        .computeIfAbsent(route.substring(route.indexOf('/'), variable), _ -> new ArrayList<>())
                        .add(route.substring(variable + 1, route.indexOf('}')));
            }
        }
    }

    /// Those that a request may be of.
    ///
    /// @param request as `GET /rounds/1`
    List<String> of(String request) {
        return requests.entrySet().stream()
                .filter(one -> one.getValue().matcher(request).matches())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Gives each id that a page links to with a name of the variable that it can stand for.
    void learn(String page, BiConsumer<String, String> idByName) {
        var links = LINK.matcher(page);
        while (links.find()) {
            for (var name : variables.getOrDefault(links.group(1), List.of())) {
                idByName.accept(name, links.group(2));
            }
        }
    }
}
