package org.kinmark.hub.staff;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// How a request proves who makes it: a bearer token for the API, a session for pages.
///
/// What a route allows is said at the route, and [RouteGuard] holds it; here it is only settled who asks.
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private static final String CONTENT_SECURITY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    @Bean
    AuthenticationManager authenticationManager(SignInByForm signIn) {
        return new ProviderManager(signIn);
    }

    @Bean
    @Order(1)
    SecurityFilterChain chainOfTheApi(HttpSecurity http, JwtDecoder tokens, BearerOfToken bearer) {
        headers(http);
        return http.securityMatcher("/api/**", "/oauth2/token")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api/openapi.json", "/oauth2/token")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(
                        server -> server.jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(bearer))
                                .authenticationEntryPoint(new ProblemEntryPoint()))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(new ProblemEntryPoint()))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain chainOfPages(
            HttpSecurity http,
            SignInByForm signIn,
            SignInByProvider byProvider,
            ObjectProvider<ClientRegistrationRepository> providers) {
        headers(http);
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/assets/**",
                                "/sign-in",
                                "/signed-out",
                                "/session-ended",
                                "/not-invited",
                                "/invitation/*",
                                "/privacy",
                                "/accessibility",
                                "/concern",
                                "/notices",
                                "/health",
                                "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                // A new id, and what the session holds: an invitation goes with whoever takes it to the provider.
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/signed-out"))
                // A form of a session that is over, or of none.
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                new LoginUrlAuthenticationEntryPoint("/sign-in"))
                        .accessDeniedHandler((_, response, _) -> {
                            response.setStatus(HttpStatus.SEE_OTHER.value());
                            response.setHeader("Location", "/session-ended");
                        }));
        if (Optional.ofNullable(providers.getIfAvailable()).isPresent()) {
            http.oauth2Login(login ->
                    login.loginPage("/sign-in").successHandler(byProvider).failureUrl("/sign-in?again"));
        } else {
            http.formLogin(form -> form.loginPage("/sign-in")
                    .usernameParameter("name")
                    .passwordParameter("password")
                    .failureUrl("/sign-in?again")
                    .defaultSuccessUrl("/"));
        }
        return http.authenticationProvider(signIn).build();
    }

    private static void headers(HttpSecurity http) {
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()")));
        http.requestCache(cache -> {});
    }

    /// The answer to a request of the API without a valid token.
    private static final class ProblemEntryPoint implements org.springframework.security.web.AuthenticationEntryPoint {

        @Override
        public void commence(
                jakarta.servlet.http.HttpServletRequest request,
                jakarta.servlet.http.HttpServletResponse response,
                org.springframework.security.core.AuthenticationException failure)
                throws java.io.IOException {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("WWW-Authenticate", "Bearer");
            response.setContentType("application/problem+json");
            response.getOutputStream()
                    .print("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,"
                            + "\"detail\":\"Send a bearer token of a client that is known here.\"}");
        }
    }
}
