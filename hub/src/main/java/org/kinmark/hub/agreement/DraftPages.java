package org.kinmark.hub.agreement;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.kinmark.exchange.AgreementFile;
import org.kinmark.exchange.Code;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.Source;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.page.Choice;
import org.kinmark.hub.page.Mistake;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.kinmark.hub.staff.Units;
import org.kinmark.rules.boundary.Limit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// An agreement is drafted part by part, each on a page of its own; the draft itself is a task list.
@Controller
class DraftPages {

    private final Pages pages;
    private final TeamSide db;
    private final Agreements agreements;
    private final Units units;
    private final DraftAgreement drafting;

    DraftPages(Pages pages, TeamSide db, Agreements agreements, Units units, DraftAgreement drafting) {
        this.pages = pages;
        this.db = db;
        this.agreements = agreements;
        this.units = units;
        this.drafting = drafting;
    }

    @AllowedTo(team = Role.COORDINATOR)
    @GetMapping("/agreements/new")
    ModelAndView begin() {
        return show("about", "/agreements/new", Terms.begun("", "", ""), Map.of(), List.of());
    }

    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/agreements/new")
    ModelAndView begin(SignedIn who, @RequestParam Map<String, String> form) {
        var terms = about(Terms.begun("", "", ""), form);
        return switch (drafting.keep(who, null, terms, Part.ABOUT)) {
            case DraftAgreement.Outcome.Drafted(var draft) -> pages.goTo("/agreements/" + draft.id(), null);
            case DraftAgreement.Outcome.Refused(var mistakes) ->
                show("about", "/agreements/new", terms, form, inWords(mistakes));
        };
    }

    private static Terms about(Terms terms, Map<String, String> form) {
        return terms.withTitle(form.getOrDefault("title", ""), day("starts", form), day("ends", form));
    }

    private static String day(String name, Map<String, String> form) {
        try {
            return String.format(
                    Locale.ROOT,
                    "%04d-%02d-%02d",
                    Integer.parseInt(form.getOrDefault(name + "-year", "").strip()),
                    Integer.parseInt(form.getOrDefault(name + "-month", "").strip()),
                    Integer.parseInt(form.getOrDefault(name + "-day", "").strip()));
        } catch (NumberFormatException _) {
            return "";
        }
    }

    private Agreement draft(SignedIn who, UUID id) {
        return db.act(who.unitId(), () -> agreements.newest(db, id))
                .filter(one -> !one.isSigned())
                .orElseThrow(NotFound::new);
    }

    private ModelAndView keep(
            SignedIn who, Agreement before, Terms terms, Part part, String template, Map<String, String> form) {
        var path = "/agreements/" + before.id();
        return switch (drafting.keep(who, before, terms, part)) {
            case DraftAgreement.Outcome.Drafted _ ->
                pages.goTo(part == Part.INDICATORS || part == Part.PARTIES ? path + "/" + template : path, null);
            case DraftAgreement.Outcome.Refused(var mistakes) ->
                show(template, path + "/" + template, before.terms(), form, inWords(mistakes));
        };
    }

    private ModelAndView show(
            String template, String action, Terms terms, Map<String, String> form, List<Mistake> mistakes) {
        var model = new HashMap<String, Object>(
                Map.of("action", action, "terms", terms, "form", form, "mistakes", mistakes));
        if (template.equals("parties")) {
            var there = terms.parties().stream().map(Terms.AgreedParty::unit).toList();
            var services = services();
            model.put(
                    "services",
                    services.stream()
                            .filter(one -> !there.contains(one.value()))
                            .toList());
            model.put(
                    "named", services.stream().collect(java.util.stream.Collectors.toMap(Choice::value, Choice::text)));
        }
        var title = "Draft an agreement";
        return mistakes.isEmpty()
                ? pages.show("agreement/" + template, title, model)
                : pages.again("agreement/" + template, title, model);
    }

    private List<Choice> services() {
        return db.act(new UUID(0, 1), () -> units.all(db)).stream()
                .filter(unit -> unit.kind().asService().isPresent())
                .map(unit -> new Choice(
                        unit.id().toString(), unit.name(), unit.kind().title(), false))
                .toList();
    }

    private static String sentence(String says) {
        return says.substring(0, 1).toUpperCase(Locale.UK) + says.substring(1);
    }

    /// What is wrong with terms, for whoever reads a page.
    static List<Mistake> inWords(List<String> mistakes) {
        return mistakes.stream()
                .map(mistake -> {
                    int colon = mistake.indexOf(':');
                    var field = mistake.substring(0, colon).replaceAll(".*[.\\]]", "");
                    var says = mistake.substring(colon + 1).strip();
                    return switch (field) {
                        case "title" -> new Mistake("Enter a title of at most 2,000 characters", "#title");
                        case "starts_on" -> new Mistake("Enter the first day", "#starts");
                        case "ends_on" -> new Mistake("Enter the last day, not before the first", "#ends");
                        case "id" -> new Mistake("Enter a title that no other indicator has", "#title");
                        case "group" -> new Mistake("Enter the group that it belongs to", "#group");
                        case "codes" ->
                            new Mistake("Enter each code as system|value, or a SNOMED CT concept id", "#codes");
                        case "within_months" -> new Mistake("Enter 1 to 1,200 months, or nothing", "#months");
                        case "why" -> new Mistake("Enter why they are asked", "#why");
                        case "districts" ->
                            new Mistake(
                                    "Enter first halves of postcodes, such as SE15, or their letters", "#districts");
                        case "unit" -> new Mistake("Select services that are not parties yet", "#unit");
                        case "caps" -> new Mistake("Enter how many families at most, each at least 1", "#families");
                        case "retention_months" -> new Mistake("Enter 1 to 24 months", "#retention");
                        case "data_protection_basis" ->
                            new Mistake("Enter the basis under data protection law", "#dataProtection");
                        case "confidentiality_basis" ->
                            new Mistake("Enter the basis under the duty of confidence", "#confidentiality");
                        case "ages" -> new Mistake("Enter ages from 0 to 130, the youngest first", "#minAge");
                        case "sex" -> new Mistake("Select a sex, or everybody", "#sex");
                        case "indicators", "parties" -> new Mistake(sentence(says), "#title");
                        default ->
                            new Mistake("Enter at least the number under which no agreement may go", "#" + field);
                    };
                })
                .distinct()
                .toList();
    }

    @AllowedTo(team = Role.COORDINATOR)
    @GetMapping("/agreements/{id}/about")
    ModelAndView about(SignedIn who, @PathVariable UUID id) {
        return part(who, id, "about");
    }

    private ModelAndView part(SignedIn who, UUID id, String template) {
        return show(
                template, "/agreements/" + id + "/" + template, draft(who, id).terms(), Map.of(), List.of());
    }

    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/agreements/{id}/about")
    ModelAndView about(SignedIn who, @PathVariable UUID id, @RequestParam Map<String, String> form) {
        var before = draft(who, id);
        return keep(who, before, about(before.terms(), form), Part.ABOUT, "about", form);
    }

    @AllowedTo(team = Role.COORDINATOR)
    @GetMapping("/agreements/{id}/indicators")
    ModelAndView indicators(SignedIn who, @PathVariable UUID id) {
        return part(who, id, "indicators");
    }

    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/agreements/{id}/indicators")
    ModelAndView addIndicator(SignedIn who, @PathVariable UUID id, @RequestParam Map<String, String> form) {
        var before = draft(who, id);
        var title = form.getOrDefault("title", "").strip();
        var added = new Terms.AgreedIndicator(
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", ""),
                title,
                form.getOrDefault("group", "").strip().toLowerCase(Locale.ROOT).replace(' ', '_'),
                Typed.words(form.getOrDefault("codes", "")),
                Typed.number(form.get("months")),
                Typed.number(form.get("minAge")),
                Typed.number(form.get("maxAge")),
                form.getOrDefault("sex", "").isEmpty() ? null : form.get("sex"));
        var all = new ArrayList<>(before.terms().indicators());
        all.add(added);
        return keep(who, before, before.terms().withIndicators(all), Part.INDICATORS, "indicators", form);
    }

    /// Takes the indicators of an `agreement.json` that there is already.
    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/agreements/{id}/indicators/file")
    ModelAndView takeIndicators(SignedIn who, @PathVariable UUID id, @RequestParam MultipartFile file)
            throws IOException {
        var before = draft(who, id);
        var bytes = file.getBytes();
        return switch (AgreementFile.read(Source.of("agreement.json", () -> new ByteArrayInputStream(bytes)))) {
            case Reading.Accepted(var agreement, var _) ->
                keep(
                        who,
                        before,
                        before.terms()
                                .withIndicators(agreement.indicators().stream()
                                        .map(DraftPages::agreed)
                                        .toList()),
                        Part.INDICATORS,
                        "indicators",
                        Map.of());
            case Reading.Refused(var mistakes) ->
                show(
                        "indicators",
                        "/agreements/" + id + "/indicators",
                        before.terms(),
                        Map.of(),
                        mistakes.stream()
                                .limit(20)
                                .map(one -> new Mistake(one.sentence(), "#file"))
                                .toList());
        };
    }

    private static Terms.AgreedIndicator agreed(org.kinmark.exchange.Indicator one) {
        return new Terms.AgreedIndicator(
                one.id(),
                one.title(),
                one.group(),
                one.codes().stream().map(Code::written).toList(),
                one.withinMonths(),
                one.minAge(),
                one.maxAge(),
                one.sex() == null ? null : one.sex().written());
    }

    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/agreements/{id}/indicators/removal")
    ModelAndView removeIndicator(
            SignedIn who, @PathVariable UUID id, @RequestParam(defaultValue = "") String indicator) {
        var before = draft(who, id);
        var rest = before.terms().indicators().stream()
                .filter(one -> !one.id().equals(indicator))
                .toList();
        return keep(who, before, before.terms().withIndicators(rest), Part.INDICATORS, "indicators", Map.of());
    }

    @AllowedTo(team = Role.COORDINATOR)
    @GetMapping("/agreements/{id}/parties")
    ModelAndView parties(SignedIn who, @PathVariable UUID id) {
        return part(who, id, "parties");
    }

    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/agreements/{id}/parties")
    ModelAndView addParties(
            SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> unit,
            @RequestParam Map<String, String> form) {
        var before = draft(who, id);
        var known = services().stream().map(Choice::value).toList();
        if (unit.isEmpty() || !known.containsAll(unit)) {
            return show(
                    "parties",
                    "/agreements/" + id + "/parties",
                    before.terms(),
                    form,
                    List.of(new Mistake("Select at least one service", "#unit")));
        }
        var all = new ArrayList<>(before.terms().parties());
        unit.forEach(one -> all.add(new Terms.AgreedParty(
                one,
                form.getOrDefault("why", ""),
                Typed.number(form.get("minAge")),
                Typed.number(form.get("maxAge")),
                Typed.words(form.getOrDefault("districts", "").toUpperCase(Locale.ROOT)))));
        return keep(who, before, before.terms().with(all), Part.PARTIES, "parties", form);
    }

    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/agreements/{id}/parties/removal")
    ModelAndView removeParty(SignedIn who, @PathVariable UUID id, @RequestParam(defaultValue = "") String unit) {
        var before = draft(who, id);
        var rest = before.terms().parties().stream()
                .filter(one -> !one.unit().equals(unit))
                .toList();
        return keep(who, before, before.terms().with(rest), Part.PARTIES, "parties", Map.of());
    }

    @AllowedTo(team = Role.COORDINATOR)
    @GetMapping("/agreements/{id}/amounts")
    ModelAndView amounts(SignedIn who, @PathVariable UUID id) {
        return part(who, id, "amounts");
    }

    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/agreements/{id}/amounts")
    ModelAndView amounts(SignedIn who, @PathVariable UUID id, @RequestParam Map<String, String> form) {
        var before = draft(who, id);
        var caps = new Terms.AgreedCaps(Typed.orNone(form.get("families")), Typed.orNone(form.get("onOneList")));
        var terms = before.terms().withAmounts(caps, Typed.orNone(form.get("retention")));
        return keep(who, before, terms, Part.AMOUNTS, "amounts", form);
    }

    @AllowedTo(team = Role.COORDINATOR)
    @GetMapping("/agreements/{id}/bases")
    ModelAndView bases(SignedIn who, @PathVariable UUID id) {
        return part(who, id, "bases");
    }

    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/agreements/{id}/bases")
    ModelAndView bases(SignedIn who, @PathVariable UUID id, @RequestParam Map<String, String> form) {
        var before = draft(who, id);
        var terms = before.terms()
                .withBases(form.getOrDefault("dataProtection", ""), form.getOrDefault("confidentiality", ""));
        return keep(who, before, terms, Part.BASES, "bases", form);
    }

    @AllowedTo(team = Role.COORDINATOR)
    @GetMapping("/agreements/{id}/checks")
    ModelAndView checks(SignedIn who, @PathVariable UUID id) {
        return part(who, id, "checks");
    }

    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/agreements/{id}/checks")
    ModelAndView checks(SignedIn who, @PathVariable UUID id, @RequestParam Map<String, String> form) {
        var before = draft(who, id);
        var limits = new HashMap<String, Integer>();
        for (var limit : Limit.values()) {
            int given = Typed.orNone(form.get(ReadTerms.written(limit)));
            if (given != limit.standard()) {
                limits.put(ReadTerms.written(limit), given);
            }
        }
        return keep(who, before, before.terms().withLimits(limits), Part.CHECKS, "checks", form);
    }
}
