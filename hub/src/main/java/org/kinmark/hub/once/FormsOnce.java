package org.kinmark.hub.once;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// A button that is pressed twice is pressed once: the second press waits for the first, and goes where that went.
///
/// Each showing of a form has its own mark, which it sends; the session remembers the newest of them. A form that came
/// back with something to put right has a new one.
@Component
class FormsOnce implements HandlerInterceptor, WebMvcConfigurer {

    private static final String SEEN = "kinmark.seen";
    private static final String MINE = "kinmark.mine";
    private static final int REMEMBERED = 200;
    private static final int LONGEST = 60;
    private static final String NOWHERE = "";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var once = HttpMethod.POST.matches(request.getMethod()) ? request.getParameter("once") : null;
        var session = request.getSession(false);
        if (once == null || once.isEmpty() || once.length() > LONGEST || session == null) {
            return true;
        }
        var mine = new CompletableFuture<String>();
        var first = seen(session).first(once, mine);
        if (first == null) {
            request.setAttribute(MINE, mine);
            return true;
        }
        var where = whereItWent(first);
        if (where.isEmpty()) {
            return true;
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader("Location", where);
        return false;
    }

    private static String whereItWent(CompletableFuture<String> first) {
        try {
            return first.get(LONGEST, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return NOWHERE;
        } catch (ExecutionException | TimeoutException _) {
            return NOWHERE;
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(MINE) instanceof CompletableFuture<?> mine) {
            var where = response.getHeader("Location");
            @SuppressWarnings("unchecked")
            var went = (CompletableFuture<String>) mine;
            went.complete(where == null ? NOWHERE : where);
        }
    }

    private static Seen seen(HttpSession session) {
        synchronized (session.getServletContext()) {
            if (session.getAttribute(SEEN) instanceof Seen seen) {
                return seen;
            }
            var seen = new Seen();
            session.setAttribute(SEEN, seen);
            return seen;
        }
    }

    /// The newest marks of one session, and where each went. Sessions stay in memory and are never written anywhere.
    private static final class Seen {

        private final Map<String, CompletableFuture<String>> marks = new LinkedHashMap<>() {
            @Serial
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<String>> eldest) {
                return size() > REMEMBERED;
            }
        };

        /// What the first press of it waits on; null where this is the first.
        synchronized @Nullable CompletableFuture<String> first(String mark, CompletableFuture<String> mine) {
            return marks.putIfAbsent(mark, mine);
        }
    }
}
