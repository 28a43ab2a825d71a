package org.kinmark.hub.staff;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.StaffSide;
import org.kinmark.hub.page.Mistake;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// An administrator lets a program call the API as one member of the unit, in some of that person's roles and never as
/// an administrator. Where an identity provider is configured the program shows itself by its tokens; otherwise by a
/// secret, which is shown once.
@Component
class NameClient {

    private static final int LONGEST = 200;
    /// What a token may have as its subject (OpenID Connect Core, section 2).
    private static final int LONGEST_SUBJECT = 255;

    private final StaffSide db;
    private final StaffRecords staff;
    private final Clients clients;
    private final Audit audit;
    private final InstantSource clock;
    private final String issuer;

    NameClient(
            StaffSide db,
            StaffRecords staff,
            Clients clients,
            Audit audit,
            InstantSource clock,
            @Value("${kinmark.oidc.issuer:none}") String issuer) {
        this.db = db;
        this.staff = staff;
        this.clients = clients;
        this.audit = audit;
        this.clock = clock;
        this.issuer = issuer.strip();
    }

    /// Whether programs show themselves by the tokens of an identity provider.
    boolean isByProvider() {
        return !issuer.equals("none");
    }

    /// A client to be.
    ///
    /// @param person as whom it acts
    /// @param subject of its tokens; of no meaning where there is no provider
    record Wanted(String name, UUID person, Set<Role> roles, String subject) {}

    /// What came of it.
    sealed interface Named {
        /// It shows itself by its provider's tokens.
        record ByProvider() implements Named {}

        /// It shows itself by this secret.
        record BySecret(String id, String secret) implements Named {

            @Override
            public String toString() {
                return "BySecret[hidden]";
            }
        }

        /// Nothing, until this is put right.
        record Refused(List<Mistake> mistakes) implements Named {}
    }

    Named name(SignedIn by, Wanted wanted) {
        by.require(Role.ADMINISTRATOR);
        return db.actForAll(() -> {
            staff.oneAtATime();
            var mistakes = mistakes(by, wanted);
            if (!mistakes.isEmpty()) {
                return new Named.Refused(mistakes);
            }
            var id = "client-" + staff.newId(by.unit().kind());
            var secret = OneTimeSecret.draw();
            var client = new Clients.Client(
                    id,
                    new StaffKey(by.unitId(), wanted.person()),
                    "",
                    wanted.name().strip(),
                    wanted.roles(),
                    isByProvider() ? null : OneTimeSecret.hexHash(secret.text()),
                    null);
            clients.add(
                    client,
                    isByProvider() ? issuer : null,
                    isByProvider() ? wanted.subject().strip() : null,
                    clock.instant());
            audit.record(db, by.actor(Role.ADMINISTRATOR), Entry.of(Act.CLIENT_CREATED, id));
            return isByProvider() ? new Named.ByProvider() : new Named.BySecret(id, secret.text());
        });
    }

    private List<Mistake> mistakes(SignedIn by, Wanted wanted) {
        var mistakes = new ArrayList<Mistake>();
        if (wanted.name().isBlank() || wanted.name().length() > LONGEST) {
            mistakes.add(new Mistake("Enter what the program is called", "#name"));
        }
        var person = staff.find(by.unitId(), wanted.person())
                .filter(StaffRecords.Person::canSignIn)
                .orElse(null);
        if (person == null) {
            mistakes.add(new Mistake("Select somebody of this unit who took up their invitation", "#person"));
        } else if (wanted.roles().isEmpty()
                || wanted.roles().contains(Role.ADMINISTRATOR)
                || !person.roles().containsAll(wanted.roles())) {
            mistakes.add(new Mistake("Select roles that this person has, and never administrator", "#role"));
        }
        if (isByProvider() && !isFree(wanted.subject().strip())) {
            mistakes.add(new Mistake("Enter the subject of the program’s tokens, which is nobody else’s", "#subject"));
        }
        return mistakes;
    }

    /// A person's own account is no program, and a program is one client's alone.
    private boolean isFree(String subject) {
        return !subject.isEmpty()
                && subject.length() <= LONGEST_SUBJECT
                && staff.withSubject(issuer, subject).isEmpty()
                && clients.withSubject(issuer, subject).isEmpty();
    }
}
