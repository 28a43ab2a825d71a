package org.kinmark.hub.staff;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.database.StaffSide;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Tokens that the hub issues itself, for where no identity provider is configured: client credentials only (RFC 6749,
/// section 4.4), for a quarter of an hour, under a key that ends with the process.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "kinmark.oidc.issuer", havingValue = "none", matchIfMissing = true)
class DemonstrationTokens {

    private static final Duration VALID = Duration.ofMinutes(15);

    @Bean
    SecretKey tokenKey() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, "HmacSHA256");
    }

    @Bean
    JwtDecoder tokenDecoder(SecretKey key) {
        return NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
    }

    @Bean
    JwtEncoder tokenEncoder(SecretKey key) {
        return new NimbusJwtEncoder(new ImmutableSecret<>(key));
    }

    /// `POST /oauth2/token`.
    @RestController
    @ConditionalOnProperty(name = "kinmark.oidc.issuer", havingValue = "none", matchIfMissing = true)
    static class TokenEndpoint {

        private final StaffSide db;
        private final Clients clients;
        private final JwtEncoder tokens;

        TokenEndpoint(StaffSide db, Clients clients, JwtEncoder tokens) {
            this.db = db;
            this.clients = clients;
            this.tokens = tokens;
        }

        @OpenToAll
        @PostMapping(path = "/oauth2/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
        ResponseEntity<Map<String, Object>> token(
                @RequestParam(name = "grant_type", defaultValue = "") String grant,
                @RequestParam(name = "client_id", defaultValue = "") String id,
                @RequestParam(name = "client_secret", defaultValue = "") String secret,
                @RequestHeader(name = "Authorization", required = false) @Nullable String authorization) {
            if (!grant.equals("client_credentials")) {
                return answer(400, Map.of("error", "unsupported_grant_type"));
            }
            var given = authorization == null ? new String[] {id, secret} : basic(authorization);
            return known(given).map(this::issue).orElseGet(() -> answer(401, Map.of("error", "invalid_client")));
        }

        private Optional<Clients.Client> known(String[] given) {
            return given.length == 2 && given[0].indexOf('\0') < 0
                    ? db.actForAll(() -> clients.withSecret(given[0]))
                            .filter(client ->
                                    client.secretHash() != null && OneTimeSecret.matches(given[1], client.secretHash()))
                    : Optional.empty();
        }

        private ResponseEntity<Map<String, Object>> issue(Clients.Client client) {
            // The wall clock: a token's life is no moment of a round.
            var now = Instant.ofEpochMilli(System.currentTimeMillis());
            var claims = JwtClaimsSet.builder()
                    .subject(client.id())
                    .issuedAt(now)
                    .expiresAt(now.plus(VALID))
                    .build();
            var header = JwsHeader.with(MacAlgorithm.HS256).build();
            var token = tokens.encode(JwtEncoderParameters.from(header, claims));
            return answer(
                    200,
                    Map.of(
                            "access_token",
                            token.getTokenValue(),
                            "token_type",
                            "Bearer",
                            "expires_in",
                            VALID.toSeconds()));
        }

        private static String[] basic(String authorization) {
            if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
                return new String[0];
            }
            try {
                var decoded =
                        Base64.getDecoder().decode(authorization.substring(6).strip());
                return new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            } catch (IllegalArgumentException _) {
                return new String[0];
            }
        }

        private static ResponseEntity<Map<String, Object>> answer(int status, Map<String, Object> body) {
            return ResponseEntity.status(status)
                    .cacheControl(CacheControl.noStore())
                    .body(body);
        }
    }
}
