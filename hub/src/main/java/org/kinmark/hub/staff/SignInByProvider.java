package org.kinmark.hub.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.StaffSide;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/// What follows when an identity provider has said who somebody is: they are signed in where a staff record is bound to
/// that account, or where they come with an invitation; anybody else is told so, on a page.
@Component
class SignInByProvider implements AuthenticationSuccessHandler {

    /// Where a session keeps the invitation with which somebody went to the provider.
    static final String INVITATION = "kinmark.invitation";

    private final StaffSide db;
    private final StaffRecords staff;
    private final AcceptInvitation invitations;
    private final Audit audit;
    private final InstantSource clock;

    SignInByProvider(StaffSide db, StaffRecords staff, AcceptInvitation invitations, Audit audit, InstantSource clock) {
        this.db = db;
        this.staff = staff;
        this.invitations = invitations;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication provided) throws IOException {
        var who = provided.getPrincipal() instanceof OidcUser user ? find(request, user) : Optional.<StaffKey>empty();
        var context = SecurityContextHolder.createEmptyContext();
        who.ifPresent(key -> context.setAuthentication(new StaffAuthentication(key, clock.instant())));
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        response.sendRedirect(who.isPresent() ? "/" : "/not-invited");
    }

    private Optional<StaffKey> find(HttpServletRequest request, OidcUser user) {
        var subject = Objects.requireNonNull(user.getSubject());
        var issuer = String.valueOf(user.getIssuer());
        var link = request.getSession().getAttribute(INVITATION);
        request.getSession().removeAttribute(INVITATION);
        if (link != null) {
            return invitations.withAccount(link.toString(), issuer, subject);
        }
        return db.actForAll(() -> staff.withSubject(issuer, subject)
                .filter(StaffRecords.Person::isCurrent)
                .map(person -> {
                    audit.record(db, person.actor(), Entry.of(Act.SIGNED_IN, person.id()));
                    return new StaffKey(person.unit(), person.id());
                }));
    }
}
