package org.kinmark.hub;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kinmark.hub.release.Clockwork;

/// Plays what a world says over HTTP, as the services' own people do, and does not go on where the hub answers anything
/// but what they expect.
final class HealthSidePlayer {

    private final TestHub hub;
    private final Map<String, TestHub.Browser> browsers = new HashMap<>();

    HealthSidePlayer(TestHub hub) {
        this.hub = hub;
    }

    /// Plays an act.
    ///
    /// @param area with everybody's way in
    /// @param lists the newest list of each service
    void play(Area area, Map<String, Sent> lists, HealthWorld.Act act, Set<String> marked) {
        var sent = lists.get(act.service());
        if (act.kind() == HealthWorld.Kind.SIGN_INS) {
            signIn(area, act.service());
        } else if (act.kind() == HealthWorld.Kind.FAILED_UPLOAD) {
            expect(422, as(area, act).send("POST", "/api/v1/marks", "text/csv", "no,marks\n1,2\n"));
        } else if (sent != null) {
            // A file is of the list as it was when it went out; whoever judges by hand looks at what is there now.
            boolean isByHand = act.kind() == HealthWorld.Kind.PAGE
                    || act.kind() == HealthWorld.Kind.JUDGEMENTS
                    || act.kind() == HealthWorld.Kind.DRAFT_ONLY;
            play(area, isByHand ? newest(area, act.service(), sent) : sent, act, marked);
        }
    }

    private static Sent newest(Area area, String service, Sent sent) {
        var csv = area.as(service, "professional").get("/api/v1/lists/" + sent.ref() + "/list.csv");
        expect(200, csv);
        var rows = csv.text().lines().skip(1).map(line -> line.split(",", -1)).toList();
        return new Sent(rows.getFirst()[0], rows);
    }

    /// Somebody objects, on the form or at a service, as what follows is done.
    void object(Area area, HealthWorld.Said said) {
        var born = said.born().split("-");
        if (said.service().isEmpty()) {
            var done = hub.browser()
                    .get("/objection")
                    .submit(form -> form.set("by", "self")
                            .set("given-name", said.given())
                            .set("family-name", said.surname())
                            .set("born-day", born[2])
                            .set("born-month", born[1])
                            .set("born-year", born[0]));
            if (!done.uri().getPath().equals("/objection/receipt")) {
                throw new AssertionError("the form was not taken: " + done.text());
            }
        } else {
            Area.post(
                    area.as(said.service(), "professional"),
                    "/api/v1/objections",
                    "{\"by\":\"self\",\"given_name\":\"" + said.given() + "\",\"family_name\":\"" + said.surname()
                            + "\",\"birth_date\":\"" + said.born() + "\"}");
        }
        hub.part(Clockwork.class).whatIsDue();
    }

    /// A list as a service has it.
    ///
    /// @param rows of its list.csv, without the header
    record Sent(String ref, List<String[]> rows) {

        /// By reference, the surname.
        Map<String, String> families() {
            return rows.stream().collect(Collectors.toMap(row -> row[1], row -> row[5], (a, _) -> a));
        }

        String csv(Set<String> marked) {
            return "list_ref,family_ref,mark\n"
                    + families().entrySet().stream()
                            .map(one -> ref + "," + one.getKey() + "," + (marked.contains(one.getValue()) ? "1" : "0")
                                    + "\n")
                            .collect(Collectors.joining());
        }
    }

    private static TestHub.Api as(Area area, HealthWorld.Act act) {
        return area.as(act.service(), "professional");
    }

    private void play(Area area, Sent sent, HealthWorld.Act act, Set<String> marked) {
        var professional = as(area, act);
        var declaration = "/api/v1/lists/" + sent.ref() + "/declaration";
        switch (act.kind()) {
            case PAGE -> onThePage(area, sent, act.service(), marked);
            case JUDGEMENTS -> {
                judge(professional, sent, marked);
                Area.json(professional.send("POST", declaration, "application/json", ""));
            }
            case UPLOAD -> upload(professional, sent, marked);
            case TWICE -> {
                upload(professional, sent, Set.of());
                Area.json(professional.send("DELETE", declaration, "text/plain", ""));
                upload(professional, sent, marked);
            }
            case WITHDRAWN -> {
                upload(professional, sent, marked);
                Area.json(professional.send("DELETE", declaration, "text/plain", ""));
            }
            case DRAFT_ONLY -> judge(professional, sent, marked);
            case LATE -> expect(409, professional.send("POST", declaration, "application/json", ""));
            case LOOKED -> expect(200, professional.get("/api/v1/lists/" + sent.ref() + "/list.csv"));
            case SIGN_INS, FAILED_UPLOAD -> throw new IllegalArgumentException("these need no list");
        }
    }

    private static void expect(int status, TestHub.Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError("expected " + status + " and got " + answer.status() + ": " + answer.text());
        }
    }

    private static void judge(TestHub.Api professional, Sent sent, Set<String> marked) {
        sent.families()
                .forEach((ref, surname) -> Area.json(professional.send(
                        "PUT",
                        "/api/v1/lists/" + sent.ref() + "/judgements/" + ref,
                        "application/json",
                        "{\"judgement\":\"" + (marked.contains(surname) ? "priority" : "not_priority") + "\"}")));
    }

    private static void upload(TestHub.Api professional, Sent sent, Set<String> marked) {
        Area.json(professional.send("POST", "/api/v1/marks?declare=true&replace=true", "text/csv", sent.csv(marked)));
    }

    private void signIn(Area area, String service) {
        var who = area.credential(service, "professional");
        var page = hub.browser().get("/sign-in");
        var failed = page.submit(form -> form.set("name", who.username()).set("password", "not that"));
        if (failed.status() != 422) {
            throw new AssertionError("a wrong password was answered with " + failed.status());
        }
        page.submit(form -> form.set("name", who.username()).set("password", who.password()));
    }

    private TestHub.Browser signedIn(Area area, String service) {
        var known = browsers.get(service);
        if (known != null && known.get("/account").uri().getPath().equals("/account")) {
            return known;
        }
        var who = area.credential(service, "professional");
        var browser = hub.browser();
        browser.get("/sign-in").submit(form -> form.set("name", who.username()).set("password", who.password()));
        browsers.put(service, browser);
        return browser;
    }

    private void onThePage(Area area, Sent sent, String service, Set<String> marked) {
        var browser = signedIn(area, service);
        var path = "/lists/" + sent.ref();
        var families = new LinkedHashSet<>(sent.families().keySet());
        for (int times = 0; times < 2; times++) {
            var sheet = browser.get(path);
            sheet.submit("#sheet", form -> {
                families.forEach(ref -> form.set(
                        "mark-" + ref, marked.contains(sent.families().get(ref)) ? "priority" : "not_priority"));
                return form;
            });
            if (times == 0) {
                browser.post(path + "/undo", sheet.csrf());
            }
        }
        var declared = browser.get(path + "/declaration").submit(form -> form);
        if (!declared.text().contains("declared these judgements")) {
            throw new AssertionError("the page did not declare: " + declared.text());
        }
    }
}
