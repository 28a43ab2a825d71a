package org.kinmark.hub.staff;

import org.springframework.security.core.AuthenticationException;

/// More people sign in at this moment than the hub can answer. It says nothing about any of them.
final class TooMany extends AuthenticationException {

    private static final long serialVersionUID = 1;

    TooMany() {
        super("too many at once");
    }
}
