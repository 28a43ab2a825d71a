package org.kinmark.hub;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Plays what a world says over HTTP, as the services' own people do.
final class HealthSidePlayer {

    private final TestHub hub;
    private final Area area;
    private final HealthWorld world;

    HealthSidePlayer(TestHub hub, Area area, HealthWorld world) {
        this.hub = hub;
        this.area = area;
        this.world = world;
    }

    void play(HealthWorld.Act act) {
        var marked = world.marks().getOrDefault(act.service(), Set.of());
        switch (act.kind()) {
            case PAGE -> onThePage(act.service(), marked);
            case JUDGEMENTS -> {
                judge(act.service(), marked);
                declare(act.service());
            }
            case UPLOAD -> upload(act.service(), marked, "?declare=true&replace=true");
            case TWICE -> {
                upload(act.service(), Set.of(), "?declare=true&replace=true");
                professional(act.service())
                        .send("DELETE", "/api/v1/lists/" + area.list(act.service()) + "/declaration", "text/plain", "");
                upload(act.service(), marked, "?declare=true&replace=true");
            }
            case DRAFT_ONLY -> judge(act.service(), marked);
            case LATE -> late(act.service());
            case FAILED_UPLOAD ->
                professional(act.service()).send("POST", "/api/v1/marks", "text/csv", "no,marks\n1,2\n");
            case SIGN_INS -> signIn(act.service());
            case LOOKED -> area.rows(act.service());
        }
    }

    private TestHub.Api professional(String service) {
        return area.as(service, "professional");
    }

    private void judge(String service, Set<String> marked) {
        var path = "/api/v1/lists/" + area.list(service) + "/judgements/";
        var seen = new LinkedHashSet<String>();
        for (var row : area.rows(service)) {
            if (seen.add(row[1])) {
                var judgement = marked.contains(row[5]) ? "priority" : "not_priority";
                Area.json(professional(service)
                        .send("PUT", path + row[1], "application/json", "{\"judgement\":\"" + judgement + "\"}"));
            }
        }
    }

    private void declare(String service) {
        Area.json(professional(service)
                .send("POST", "/api/v1/lists/" + area.list(service) + "/declaration", "application/json", ""));
    }

    private void upload(String service, Set<String> marked, String query) {
        Area.json(professional(service).send("POST", "/api/v1/marks" + query, "text/csv", csv(service, marked)));
    }

    private String csv(String service, Set<String> marked) {
        var list = area.list(service);
        var families = new LinkedHashSet<String>();
        var priorities = new LinkedHashSet<String>();
        area.rows(service).forEach(row -> {
            families.add(row[1]);
            if (marked.contains(row[5])) {
                priorities.add(row[1]);
            }
        });
        return "list_ref,family_ref,mark\n"
                + families.stream()
                        .map(family -> list + "," + family + "," + (priorities.contains(family) ? "1" : "0") + "\n")
                        .collect(Collectors.joining());
    }

    private void late(String service) {
        var list = area.list(service);
        var answer =
                professional(service).send("POST", "/api/v1/lists/" + list + "/declaration", "application/json", "");
        if (answer.status() / 100 == 2) {
            throw new AssertionError("a late answer was taken");
        }
    }

    private void signIn(String service) {
        var who = area.credential(service, "professional");
        var page = hub.browser().get("/sign-in");
        page.submit(form -> form.set("name", who.username()).set("password", "not that"));
        page.submit(form -> form.set("name", who.username()).set("password", who.password()));
    }

    private void onThePage(String service, Set<String> marked) {
        var who = area.credential(service, "professional");
        var browser = hub.browser();
        browser.get("/sign-in").submit(form -> form.set("name", who.username()).set("password", who.password()));
        var path = "/lists/" + area.list(service);
        var sheet = browser.get(path);
        var rows = sheet.document().select(".kinmark-family");
        sheet.submit("#sheet", form -> {
            rows.forEach(row -> form.set(
                    "mark-" + row.attr("data-family"),
                    marked.contains(row.attr("data-surname")) ? "priority" : "not_priority"));
            return form;
        });
        browser.post(path + "/undo", sheet.csrf());
        browser.get(path).submit("#sheet", form -> {
            rows.forEach(row -> form.set(
                    "mark-" + row.attr("data-family"),
                    marked.contains(row.attr("data-surname")) ? "priority" : "not_priority"));
            return form;
        });
        var declared = browser.get(path + "/declaration").submit(form -> form);
        if (!declared.text().contains("declared these judgements")) {
            throw new AssertionError("the page did not declare");
        }
    }
}
