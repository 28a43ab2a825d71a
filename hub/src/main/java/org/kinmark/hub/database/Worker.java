package org.kinmark.hub.database;

import java.util.Optional;
import java.util.UUID;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/// Who makes the request at hand, as the database is told of them: it leaves out the families to which they
/// have a relation, whatever asks. Bound to the request, so that it ends with it.
public final class Worker {

    private static final String NAME = "kinmark.worker";

    private Worker() {}

    /// From here on, this request is theirs.
    ///
    /// @param person the key of a member of staff
    public static void is(UUID person) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            throw new IllegalStateException("nobody makes a request");
        }
        request.setAttribute(NAME, person, RequestAttributes.SCOPE_REQUEST);
    }

    /// Whose the request is; empty where the hub acts by itself, or nobody is signed in.
    static Optional<UUID> now() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .map(request -> (UUID) request.getAttribute(NAME, RequestAttributes.SCOPE_REQUEST));
    }
}
