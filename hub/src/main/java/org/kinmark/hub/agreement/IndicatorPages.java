package org.kinmark.hub.agreement;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.kinmark.exchange.AgreementFile;
import org.kinmark.exchange.Code;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.Source;
import org.kinmark.hub.page.Mistake;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// What a draft asks about: its indicators, one by one or from a file.
@Controller
class IndicatorPages {

    private final DraftPart parts;

    IndicatorPages(DraftPart parts) {
        this.parts = parts;
    }

    @AllowedTo(team = Role.COORDINATOR)
    @GetMapping("/agreements/{id}/indicators")
    ModelAndView indicators(SignedIn who, @PathVariable UUID id) {
        return parts.part(who, id, "indicators");
    }

    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/agreements/{id}/indicators")
    ModelAndView addIndicator(SignedIn who, @PathVariable UUID id, @RequestParam Map<String, String> form) {
        var before = parts.draft(who, id);
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
        return parts.keep(who, before, before.terms().withIndicators(all), Part.INDICATORS, "indicators", form);
    }

    /// Takes the indicators of an `agreement.json` that there is already.
    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/agreements/{id}/indicators/file")
    ModelAndView takeIndicators(SignedIn who, @PathVariable UUID id, @RequestParam MultipartFile file)
            throws IOException {
        var before = parts.draft(who, id);
        var bytes = file.getBytes();
        return switch (AgreementFile.read(Source.of("agreement.json", () -> new ByteArrayInputStream(bytes)))) {
            case Reading.Accepted(var agreement, var _) ->
                parts.keep(
                        who,
                        before,
                        before.terms()
                                .withIndicators(agreement.indicators().stream()
                                        .map(IndicatorPages::agreed)
                                        .toList()),
                        Part.INDICATORS,
                        "indicators",
                        Map.of());
            case Reading.Refused(var mistakes) ->
                parts.show(
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
        var before = parts.draft(who, id);
        var rest = before.terms().indicators().stream()
                .filter(one -> !one.id().equals(indicator))
                .toList();
        return parts.keep(who, before, before.terms().withIndicators(rest), Part.INDICATORS, "indicators", Map.of());
    }
}
