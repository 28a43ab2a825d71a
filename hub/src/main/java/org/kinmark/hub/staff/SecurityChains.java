package org.kinmark.hub.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.kinmark.hub.page.PlainAnswer;
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
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// How a request proves who makes it: a bearer token for the API, a session for pages.
///
/// What a route allows is said at the route, and [RouteGuard] holds it; here it is only settled who asks.
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    /// The one that both chains ask; a second in a chain of its own would try each password twice.
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
            HttpSecurity http, SignInByProvider byProvider, ObjectProvider<ClientRegistrationRepository> providers) {
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
                                "/what-this-tells/families",
                                "/objection",
                                "/objection/*",
                                "/health")
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
                    .failureHandler(new NotSignedIn())
                    .successHandler(whereTheyWanted()));
        }
        return http.build();
    }

    /// Where somebody was going before they were asked to sign in, on this site and no other.
    private static AuthenticationSuccessHandler whereTheyWanted() {
        var handler = new SavedRequestAwareAuthenticationSuccessHandler();
        handler.setRedirectStrategy((_, response, url) -> {
            var wanted = URI.create(url);
            var query = wanted.getRawQuery() == null ? "" : "?" + wanted.getRawQuery();
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", wanted.getRawPath() + query);
        });
        return handler;
    }

    /// The one answer to a name and a password that do not sign anybody in; or, in a crowd, to come back later.
    private static final class NotSignedIn implements AuthenticationFailureHandler {

        private static final int SECONDS = 30;

        @Override
        public void onAuthenticationFailure(
                HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
                throws IOException {
            if (failure instanceof TooMany) {
                response.setIntHeader("Retry-After", SECONDS);
                PlainAnswer.send(
                        request,
                        response,
                        HttpStatus.TOO_MANY_REQUESTS,
                        "Many people are signing in at this moment. Go back and try again in half a minute.");
                return;
            }
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", "/sign-in?again");
        }
    }

    private static void headers(HttpSecurity http) {
        http.headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives(PlainAnswer.CONTENT_SECURITY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy(PlainAnswer.PERMISSIONS)));
        http.requestCache(cache -> {});
    }

    /// The answer to a request of the API without a valid token.
    private static final class ProblemEntryPoint implements AuthenticationEntryPoint {

        @Override
        public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
                throws IOException {
            response.setHeader("WWW-Authenticate", "Bearer");
            PlainAnswer.send(
                    request, response, HttpStatus.UNAUTHORIZED, "Send a bearer token of a client that is known here.");
        }
    }
}
