package org.kinmark.hub.staff;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.StaffSide;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// A member of staff takes up an invitation: with a password of their own, or with an identity provider's account.
/// Nobody takes up one who works on the other side by then.
@Component
class AcceptInvitation {

    private final StaffSide db;
    private final StaffRecords staff;
    private final Invitations invitations;
    private final SlowHash passwords;
    private final Audit audit;
    private final InstantSource clock;

    AcceptInvitation(
            StaffSide db,
            StaffRecords staff,
            Invitations invitations,
            SlowHash passwords,
            Audit audit,
            InstantSource clock) {
        this.db = db;
        this.staff = staff;
        this.invitations = invitations;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /// Whom a link invites; empty where it works no longer, or never did.
    Optional<StaffRecords.Person> whoIsInvited(String link) {
        return db.actForAll(
                () -> invitations.find(link, clock.instant()).flatMap(who -> staff.find(who.unit(), who.person())));
    }

    /// Takes it up with a password.
    ///
    /// @return whether the link worked
    boolean withPassword(String link, String password) {
        var hash = passwords.of(password);
        return db.actForAll(
                        () -> accept(link, who -> staff.setPassword(who.unit(), who.person(), hash, clock.instant())))
                .isPresent();
    }

    /// Takes it up with an account elsewhere.
    ///
    /// @return empty where the link did not work, or the account belongs to a member of staff or a program
    ///     already: one person holds roles in one unit only, and acts for no other by a token
    Optional<StaffKey> withAccount(String link, String issuer, String subject) {
        try {
            return db.actForAll(() -> staff.isOfAProgram(issuer, subject)
                    ? Optional.<StaffKey>empty()
                    : accept(link, who -> staff.bind(who.unit(), who.person(), issuer, subject)));
        } catch (DuplicateKeyException _) {
            return Optional.empty();
        }
    }

    private Optional<StaffKey> accept(String link, Consumer<StaffKey> how) {
        var now = clock.instant();
        staff.oneAtATime();
        var invited = invitations
                .find(link, now)
                .filter(who -> staff.find(who.unit(), who.person())
                        .filter(person -> !staff.isOnAnotherSide(person.kind(), person.registration()))
                        .isPresent());
        invited.ifPresent(who -> {
            how.accept(who);
            invitations.use(who, now);
            staff.find(who.unit(), who.person())
                    .ifPresent(
                            person -> audit.record(db, person.actor(), Entry.of(Act.INVITATION_ACCEPTED, person.id())));
        });
        return invited;
    }
}
