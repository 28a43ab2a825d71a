package org.kinmark.hub.staff;

import java.util.List;
import java.util.function.Supplier;
import org.kinmark.hub.database.CannotStart;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/// The identity provider by whose accounts people sign in and by whose tokens clients call, from `KINMARK_OIDC_ISSUER`,
/// `KINMARK_OIDC_CLIENT_ID` and `KINMARK_OIDC_CLIENT_SECRET`. A token must be meant for this hub: for its client id, or
/// for `KINMARK_OIDC_AUDIENCE` where that is set.
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${kinmark.oidc.issuer:none}'.equals('none')")
class OrganisationsProvider {

    private final String issuer;
    private final String client;
    private final String secret;
    private final String audience;

    OrganisationsProvider(Environment settings) {
        this.issuer = setting(settings, "issuer");
        this.client = setting(settings, "client-id");
        this.secret = setting(settings, "client-secret");
        this.audience = settings.getProperty("kinmark.oidc.audience", client);
    }

    private static String setting(Environment settings, String name) {
        var value = settings.getProperty("kinmark.oidc." + name, "");
        if (value.isBlank()) {
            throw new CannotStart("KINMARK_OIDC_" + name.replace('-', '_').toUpperCase(java.util.Locale.ROOT)
                    + " is needed to sign in with an identity provider");
        }
        return value.strip();
    }

    @Bean
    ClientRegistrationRepository providers() {
        return new InMemoryClientRegistrationRepository(reached(() -> ClientRegistrations.fromIssuerLocation(issuer)
                .registrationId("provider")
                .clientId(client)
                .clientSecret(secret)
                .scope("openid")
                .build()));
    }

    @Bean
    JwtDecoder tokenDecoder() {
        var decoder = reached(() -> NimbusJwtDecoder.withIssuerLocation(issuer).build());
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(issuer),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, meant -> meant != null && meant.contains(audience))));
        return decoder;
    }

    private static <T> T reached(Supplier<T> what) {
        try {
            return what.get();
        } catch (IllegalArgumentException | IllegalStateException _) {
            throw new CannotStart("The identity provider of KINMARK_OIDC_ISSUER cannot be reached, or describes itself"
                    + " as another; check the address");
        }
    }
}
