package org.kinmark.hub.objection;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kinmark.hub.page.Mistake;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.page.Problem;
import org.kinmark.hub.staff.OpenToAll;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The public form on which anybody says no, for themselves or for somebody they may decide for. Nobody signs
/// in, nothing about anybody is in an address, and every answer is the same whoever is named.
@Controller
class PublicObjectionPages {

    private static final String RECEIPT = "kinmark.objection";
    private static final Duration SHOWN = Duration.ofMinutes(5);
    private static final String TITLE = "Say no to your details being used";
    private static final String TAKING_BACK = "Take your no back";

    private final Pages pages;
    private final ObjectOnForm objecting;
    private final InstantSource clock;

    PublicObjectionPages(Pages pages, ObjectOnForm objecting, InstantSource clock) {
        this.pages = pages;
        this.objecting = objecting;
        this.clock = clock;
    }

    @OpenToAll
    @GetMapping("/objection")
    ModelAndView form(HttpSession session) {
        session.removeAttribute(RECEIPT);
        return pages.show("objection/form", TITLE, Map.of("form", Map.of(), "mistakes", List.of()));
    }

    @OpenToAll
    @PostMapping("/objection")
    ModelAndView object(@RequestParam Map<String, String> form, HttpServletRequest request, HttpSession session) {
        return switch (ReadTold.of(form, Moments.dayOf(clock.instant()))) {
            case ReadTold.Mistaken(var mistakes) ->
                pages.again("objection/form", TITLE, Map.of("form", form, "mistakes", mistakes));
            case ReadTold.Read(var told) -> {
                var reference =
                        objecting.object(told, request.getRemoteAddr()).orElseThrow(PublicObjectionPages::tooMany);
                session.setAttribute(
                        RECEIPT, new Receipt(reference, clock.instant().plus(SHOWN)));
                yield pages.goTo("/objection/receipt", null);
            }
        };
    }

    /// What is shown for some minutes, in this session alone, and kept nowhere.
    private record Receipt(Reference reference, Instant until) {

        @Override
        public String toString() {
            return "Receipt[hidden]";
        }
    }

    /// The same for everybody but for the reference.
    @OpenToAll
    @GetMapping("/objection/receipt")
    ModelAndView receipt(HttpSession session) {
        if (session.getAttribute(RECEIPT) instanceof Receipt receipt
                && clock.instant().isBefore(receipt.until())) {
            return pages.show(
                    "objection/receipt",
                    "We have written down your no",
                    Map.of("reference", receipt.reference().text()));
        }
        session.removeAttribute(RECEIPT);
        return pages.show("objection/receipt", "Receipt", Map.of("reference", ""));
    }

    @OpenToAll
    @GetMapping("/objection/taking-back")
    ModelAndView takingBack() {
        return pages.show("objection/takingBack", TAKING_BACK, Map.of("mistakes", List.of()));
    }

    @OpenToAll
    @PostMapping("/objection/taking-back")
    ModelAndView takeBack(
            @RequestParam(name = "given-reference", defaultValue = "") String typed, HttpServletRequest request) {
        var reference = typed.length() > ReadTold.LONGEST ? Optional.<Reference>empty() : Reference.parse(typed);
        if (reference.isEmpty()) {
            return pages.again(
                    "objection/takingBack",
                    TAKING_BACK,
                    Map.of(
                            "mistakes",
                            List.of(new Mistake(
                                    "Enter the reference as it was shown: 16 letters and numbers",
                                    "#given-reference"))));
        }
        if (!objecting.takeBack(reference.get(), request.getRemoteAddr())) {
            throw tooMany();
        }
        return pages.goTo(
                "/objection/taking-back",
                "If somebody said no with this reference, it is taken back now. You can say no again at any time.");
    }

    private static Problem tooMany() {
        return new Problem(
                HttpStatus.TOO_MANY_REQUESTS,
                "This form was used very often in the last hour, so nothing was written down. Try again in an hour. You can"
                        + " also tell your GP practice, any other health service or the family team: they write it down for"
                        + " you.");
    }
}
