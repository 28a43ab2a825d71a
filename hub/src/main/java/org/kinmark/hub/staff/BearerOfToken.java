package org.kinmark.hub.staff;

import java.util.Objects;
import org.kinmark.hub.database.StaffSide;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/// From a valid token to the member of staff as whom its client acts. The issuer says who; what they may do is read
/// from
/// the records.
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
        return db.actForAll(() -> clients.find(subject))
                .map(client -> new StaffAuthentication(client.who(), null))
                .orElseThrow(() -> new OAuth2AuthenticationException("invalid_token"));
    }
}
