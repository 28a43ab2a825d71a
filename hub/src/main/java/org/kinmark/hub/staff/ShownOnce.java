package org.kinmark.hub.staff;

import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What is shown once and kept nowhere, for as long as whoever made it is signed in: a second press of the button,
/// and the page loaded anew, show the same. Sessions stay in memory and are never written anywhere.
final class ShownOnce {

    private static final String KEY = "kinmark.shown.once";
    private static final int REMEMBERED = 20;

    private final Map<String, Shown> newest = new LinkedHashMap<>() {
        @Serial
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Shown> eldest) {
            return size() > REMEMBERED;
        }
    };

    private int made;

    private ShownOnce() {}

    /// A link or a secret.
    ///
    /// @param name whom or what it is for
    record Shown(String name, String secret) {

        @Override
        public String toString() {
            return "Shown[hidden]";
        }
    }

    /// Keeps it.
    ///
    /// @return by what it is found again, in this session alone
    static String keep(HttpSession session, Shown shown) {
        // A number of this session: nobody else finds anything by it.
        synchronized (session.getServletContext()) {
            if (!(session.getAttribute(KEY) instanceof ShownOnce)) {
                session.setAttribute(KEY, new ShownOnce());
            }
            if (session.getAttribute(KEY) instanceof ShownOnce kept) {
                var number = Integer.toString(++kept.made);
                kept.newest.put(number, shown);
                return number;
            }
        }
        throw new IllegalStateException("a session that keeps nothing");
    }

    static Optional<Shown> find(HttpSession session, String id) {
        synchronized (session.getServletContext()) {
            return session.getAttribute(KEY) instanceof ShownOnce kept
                    ? Optional.ofNullable(kept.newest.get(id))
                    : Optional.empty();
        }
    }
}
