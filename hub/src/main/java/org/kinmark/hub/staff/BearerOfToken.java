package org.kinmark.hub.staff;

import java.util.Objects;
import org.kinmark.hub.database.StaffSide;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.stereotype.Component;

/// From a valid token to the client that it is of, and so to the member of staff as whom that acts. The issuer says
/// who; what they may do is read from the records.
///
/// A provider's token names its client by its subject alone: a token that somebody has of the same provider for
/// themselves, through whatever program, is no client's. Without a provider the hub's own tokens name no issuer.
@Component
class BearerOfToken implements Converter<Jwt, AbstractAuthenticationToken> {

    private final StaffSide db;
    private final Clients clients;

    BearerOfToken(StaffSide db, Clients clients) {
        this.db = db;
        this.clients = clients;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        var subject = Objects.requireNonNullElse(token.getSubject(), "");
        var issuer = token.getClaimAsString(JwtClaimNames.ISS);
        return db.actForAll(() -> issuer == null ? clients.withSecret(subject) : clients.withSubject(issuer, subject))
                .map(client -> StaffAuthentication.of(client))
                .orElseThrow(() -> new OAuth2AuthenticationException("invalid_token"));
    }
}
