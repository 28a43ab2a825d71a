package org.kinmark.hub.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.StaffSide;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Sign-in with a name and a password. Five wrong passwords lock the name for a quarter of an hour; a wrong name, a
/// wrong
/// password and a locked name get the same answer in the same time.
@Component
class SignInByForm implements AuthenticationProvider {

    private static final int ATTEMPTS = 5;
    private static final int AT_ONCE = 2;
    private static final Duration LOCKED = Duration.ofMinutes(15);

    private final StaffSide db;
    private final StaffRecords staff;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final InstantSource clock;
    /// Compared with where there is nothing to compare with, so that the time taken tells nothing.
    private final String nobody;

    private final Semaphore atOnce = new Semaphore(AT_ONCE);

    SignInByForm(StaffSide db, StaffRecords staff, PasswordEncoder passwords, Audit audit, InstantSource clock) {
        this.db = db;
        this.staff = staff;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.nobody = passwords.encode("nobody");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var name = attempt.getName().strip().toLowerCase(java.util.Locale.ROOT);
        var hash = db.actForAll(
                () -> staff.named(name).map(StaffRecords.Person::passwordHash).orElse(nobody));
        boolean matches = compare(String.valueOf(attempt.getCredentials()), hash);
        var known = db.actForAll(() -> attempt(name, hash, matches));
        if (known == null) {
            throw new BadCredentialsException("not signed in");
        }
        return new StaffAuthentication(known, clock.instant());
    }

    /// Takes long by intention, so it holds no connection and no row; a flood of sign-ins waits for itself alone.
    private boolean compare(String password, String hash) {
        atOnce.acquireUninterruptibly();
        try {
            return passwords.matches(password, hash);
        } finally {
            atOnce.release();
        }
    }

    /// @param compared the hash that was read before; where there is another by now, the password is not right
    private @Nullable StaffKey attempt(String name, String compared, boolean matches) {
        var found = staff.lock(name).orElse(null);
        if (found == null || found.passwordHash() == null || !found.isCurrent()) {
            return null;
        }
        var now = clock.instant();
        if (found.lockedUntil() != null && now.isBefore(found.lockedUntil())) {
            return null;
        }
        if (!matches || !compared.equals(found.passwordHash())) {
            noteFailure(found, now);
            return null;
        }
        staff.noteAttempts(found, 0, null);
        audit.record(db, found.actor(), Entry.of(Act.SIGNED_IN, found.id()));
        return new StaffKey(found.unit(), found.id());
    }

    private void noteFailure(StaffRecords.Person person, Instant now) {
        int failed = person.failedSignIns() + 1;
        staff.noteAttempts(person, failed % ATTEMPTS, failed == ATTEMPTS ? now.plus(LOCKED) : null);
        audit.record(
                db,
                person.actor(),
                Entry.of(failed == ATTEMPTS ? Act.SIGN_IN_LOCKED : Act.SIGN_IN_REFUSED, person.id()));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
