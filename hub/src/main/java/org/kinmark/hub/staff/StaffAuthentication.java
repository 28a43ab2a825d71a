package org.kinmark.hub.staff;

import java.io.Serial;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// Proof that somebody signed in, by whatever way. It names a record and holds nothing else of them.
final class StaffAuthentication extends AbstractAuthenticationToken {

    @Serial
    private static final long serialVersionUID = 1;

    private final StaffKey key;
    private final @Nullable Instant since;

    /// @param since when; null where each request proves itself anew
    StaffAuthentication(StaffKey key, @Nullable Instant since) {
        super(List.of());
        this.key = key;
        this.since = since;
        setAuthenticated(true);
    }

    StaffKey key() {
        return key;
    }

    @Nullable
    Instant since() {
        return since;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return key;
    }

    @Override
    public String getName() {
        return key.person().toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StaffAuthentication that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
