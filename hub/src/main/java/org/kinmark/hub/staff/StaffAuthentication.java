package org.kinmark.hub.staff;

import java.io.Serial;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// Proof that somebody signed in, by whatever way. It names a record and holds nothing else of them.
final class StaffAuthentication extends AbstractAuthenticationToken {

    @Serial
    private static final long serialVersionUID = 1;

    private final StaffKey key;
    private final @Nullable Instant since;

    private final @Nullable String client;

    /// Somebody who signed in.
    StaffAuthentication(StaffKey key, Instant since) {
        this(key, since, null);
    }

    private StaffAuthentication(StaffKey key, @Nullable Instant since, @Nullable String client) {
        super(List.of());
        this.key = key;
        this.since = since;
        this.client = client;
        setAuthenticated(true);
    }

    /// A program that acts as somebody.
    static StaffAuthentication of(Clients.Client client) {
        return new StaffAuthentication(client.who(), null, client.id());
    }

    StaffKey key() {
        return key;
    }

    /// When; null where each request proves itself anew.
    @Nullable
    Instant since() {
        return since;
    }

    /// Which program; null for a person.
    @Nullable
    String client() {
        return client;
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
        return other instanceof StaffAuthentication that && key.equals(that.key) && Objects.equals(client, that.client);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
