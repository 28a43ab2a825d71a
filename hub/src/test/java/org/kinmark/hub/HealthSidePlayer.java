package org.kinmark.hub;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kinmark.hub.release.Clockwork;

/// Plays what a world says over HTTP, as the services' own people do, and does not go on where the hub answers anything
/// but what they expect.
final class HealthSidePlayer {

    private static final String MARKS = "/api/v1/marks?declare=true&replace=true";

    private final TestHub hub;
    private final Map<String, TestHub.Browser> browsers = new HashMap<>();
    private final Map<String, Map<String, String>> answers = new HashMap<>();

    HealthSidePlayer(TestHub hub) {
        this.hub = hub;
    }

    /// Begins a life, in which nobody is signed in yet.
    void begin() {
        browsers.clear();
        answers.clear();
    }

    /// What a service was answered so far, in the order in which it came.
    Map<String, String> answersOf(String service) {
        return answers.getOrDefault(service, Map.of());
    }

    /// Sends something of the API's, and keeps what it is answered.
    private TestHub.Answer send(Area area, String service, String method, String path, String type, String body) {
        var answer = area.as(service, "professional").send(method, path, type, body);
        var kept = answers.computeIfAbsent(service, _ -> new TreeMap<>());
        var headers = new TreeMap<>(answer.headers());
        headers.remove("date");
        kept.put(
                String.format("%03d %s %s", kept.size(), method, path),
                answer.status() + " " + headers + "\n" + answer.text());
        return answer;
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
            expect(422, send(area, act.service(), "POST", "/api/v1/marks", "text/csv", "no,marks\n1,2\n"));
        } else if (sent != null) {
            // A file is of the list as it was when it went out; whoever judges by hand looks at what is there now.
            boolean isByHand = act.kind() == HealthWorld.Kind.PAGE
                    || act.kind() == HealthWorld.Kind.JUDGEMENTS
                    || act.kind() == HealthWorld.Kind.DRAFT_ONLY
                    || act.kind() == HealthWorld.Kind.KNOWN;
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

    private void play(Area area, Sent sent, HealthWorld.Act act, Set<String> marked) {
        var service = act.service();
        var declaration = "/api/v1/lists/" + sent.ref() + "/declaration";
        switch (act.kind()) {
            case PAGE -> onThePage(area, sent, service, marked);
            case JUDGEMENTS -> {
                judge(area, service, sent, marked);
                Area.json(send(area, service, "POST", declaration, "application/json", ""));
            }
            case UPLOAD -> upload(area, service, sent, marked);
            case TWICE -> {
                upload(area, service, sent, Set.of());
                Area.json(send(area, service, "DELETE", declaration, "text/plain", ""));
                upload(area, service, sent, marked);
            }
            case WITHDRAWN -> {
                upload(area, service, sent, marked);
                Area.json(send(area, service, "DELETE", declaration, "text/plain", ""));
            }
            case DRAFT_ONLY -> judge(area, service, sent, marked);
            // What a late file is answered is no matter here (another test says it): whether its marks show is.
            case LATE -> send(area, service, "POST", MARKS, "text/csv", sent.csv(marked));
            case LOOKED ->
                expect(200, send(area, service, "GET", "/api/v1/lists/" + sent.ref() + "/list.csv", "text/csv", ""));
            case KNOWN -> {
                var known = signedIn(area, service)
                        .get("/lists/" + sent.ref())
                        .submit("#known", form -> form.set("family", sent.rows().getFirst()[1]));
                if (!known.text().contains("a colleague judges it")) {
                    throw new AssertionError("the page did not record the relation: " + known.text());
                }
            }
            case SIGN_INS, FAILED_UPLOAD -> throw new IllegalArgumentException("these need no list");
        }
    }

    private static void expect(int status, TestHub.Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError("expected " + status + " and got " + answer.status() + ": " + answer.text());
        }
    }

    private void judge(Area area, String service, Sent sent, Set<String> marked) {
        sent.families()
                .forEach((ref, surname) -> Area.json(send(
                        area,
                        service,
                        "PUT",
                        "/api/v1/lists/" + sent.ref() + "/judgements/" + ref,
                        "application/json",
                        "{\"judgement\":\"" + (marked.contains(surname) ? "priority" : "not_priority") + "\"}")));
    }

    private void upload(Area area, String service, Sent sent, Set<String> marked) {
        Area.json(send(area, service, "POST", MARKS, "text/csv", sent.csv(marked)));
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
