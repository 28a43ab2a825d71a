package org.kinmark.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;

/// Puts a page into its frame.
@Component
public class Pages {

    private static final String DONE = "kinmark.done";

    private final WhoLooks whoLooks;
    private final InstantSource clock;
    private final boolean demonstration;

    Pages(WhoLooks whoLooks, InstantSource clock, @Value("${kinmark.demonstration:false}") boolean demonstration) {
        this.whoLooks = whoLooks;
        this.clock = clock;
        this.demonstration = demonstration;
    }

    /// A page.
    ///
    /// @param template its file under `src/main/jte`, without the ending
    /// @param model what the template takes besides the frame
    public ModelAndView show(String template, String title, Map<String, ?> model) {
        return show(template, title, model, HttpStatus.OK);
    }

    /// A page to be mended and sent again: what is wrong stands at its top.
    public ModelAndView again(String template, String title, Map<String, ?> model) {
        return show(template, "Put right: " + title, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /// A page that says why an act did not happen, and that nothing changed.
    public ModelAndView refused(String template, String title, Map<String, ?> model) {
        return show(template, title, model, HttpStatus.CONFLICT);
    }

    ModelAndView show(String template, String title, Map<String, ?> model, HttpStatus status) {
        var all = new HashMap<String, Object>(model);
        all.put("frame", frame(title));
        return new ModelAndView(template, all, status);
    }

    /// Where to go after an act; the page there says what was done.
    public ModelAndView goTo(String path, @Nullable String done) {
        if (done != null) {
            request().getSession().setAttribute(DONE, done);
        }
        return new ModelAndView("redirect:" + path);
    }

    private Frame frame(String title) {
        var request = request();
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Frame(
                title,
                whoLooks.at(request.getRequestURI()).orElse(null),
                csrf == null ? "" : csrf.getToken(),
                UUID.randomUUID().toString(),
                demonstration ? Moments.moment(clock.instant()) : null,
                done(request));
    }

    private static @Nullable String done(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) {
            return null;
        }
        var done = session.getAttribute(DONE);
        session.removeAttribute(DONE);
        return done == null ? null : done.toString();
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) Objects.requireNonNull(RequestContextHolder.getRequestAttributes()))
                .getRequest();
    }
}
