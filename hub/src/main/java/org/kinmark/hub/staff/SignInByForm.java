package org.kinmark.hub.staff;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.StaffSide;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/// Sign-in with a name and a password.
///
/// Anybody can try the name of a health professional, and so somebody of the team can. What they see must not
/// depend on what that professional does (N1), nor say whether there is such a name:
///
/// **The answer** to a name that nobody has, a wrong password and a locked name is the same redirect.
///
/// **The lock** is counted by [FailedSignIns] from the attempts of whoever tries, and no sign-in takes one back. From
/// elsewhere the name's owner signs in all the same, so that nobody can keep a service from answering by locking
/// its people out, and nobody learns from a lock that it was in use.
///
/// **The time**: each attempt compares one hash, where there is none an invented one, and is refused at the next half
/// second after it came. What the database takes is within that; and the audit, whose lock an act of the same unit
/// may hold at that moment, is written after the answer has been decided and not waited for. A refusal changes
/// nothing, so that this entry need not stand or fall with an act.
///
/// **A crowd** gets "try again" whatever the name, see [SlowHash].
///
/// What remains: whoever tries can tell how busy the whole hub is, as with any server.
@Component
class SignInByForm implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(SignInByForm.class);
    private static final Duration BEAT = Duration.ofMillis(500);
    private static final int LONGEST = 200;

    private final StaffSide db;
    private final StaffRecords staff;
    private final SlowHash passwords;
    private final FailedSignIns failures;
    private final Audit audit;
    private final InstantSource clock;
    /// Compared with where there is nothing to compare with.
    private final String nobody;

    SignInByForm(
            StaffSide db,
            StaffRecords staff,
            SlowHash passwords,
            FailedSignIns failures,
            Audit audit,
            InstantSource clock) {
        this.db = db;
        this.staff = staff;
        this.passwords = passwords;
        this.failures = failures;
        this.audit = audit;
        this.clock = clock;
        this.nobody = passwords.of("nobody");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        long came = System.nanoTime();
        var name = shortened(attempt.getName().strip().toLowerCase(Locale.ROOT));
        var from = attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        var person = db.actForAll(() -> staff.named(name)).filter(StaffRecords.Person::isCurrent);
        var hash = person.map(StaffRecords.Person::passwordHash).orElse(nobody);
        boolean matches = passwords.matches(shortened(String.valueOf(attempt.getCredentials())), hash);
        boolean locked = failures.isLocked(name, from, clock.instant());
        var key = person.filter(_ -> matches && !locked).flatMap(known -> signIn(known, hash));
        if (key.isEmpty()) {
            refuse(name, from, locked, person.orElse(null));
            waitForTheBeat(came);
            throw new BadCredentialsException("not signed in");
        }
        return new StaffAuthentication(key.get(), clock.instant());
    }

    /// What is longer than any name or password is none, in the time of any other.
    private static String shortened(String typed) {
        return typed.length() > LONGEST ? "" : typed;
    }

    /// @param compared the hash that was read before; where there is another by now, the password is not right
    private Optional<StaffKey> signIn(StaffRecords.Person known, String compared) {
        return db.actForAll(() -> staff.find(known.unit(), known.id())
                .filter(person -> person.isCurrent() && compared.equals(person.passwordHash()))
                .map(person -> {
                    audit.record(db, person.actor(), Entry.of(Act.SIGNED_IN, person.id()));
                    return new StaffKey(person.unit(), person.id());
                }));
    }

    private void refuse(String name, String from, boolean locked, StaffRecords.@Nullable Person person) {
        if (locked) {
            return;
        }
        boolean locks = failures.note(name, from, clock.instant());
        if (person != null) {
            var entry = Entry.of(locks ? Act.SIGN_IN_LOCKED : Act.SIGN_IN_REFUSED, person.id());
            Thread.startVirtualThread(() -> record(person, entry));
        }
    }

    private void record(StaffRecords.Person person, Entry entry) {
        try {
            db.actForAll(() -> {
                audit.record(db, person.actor(), entry);
                return true;
            });
        } catch (RuntimeException failure) {
            LOG.error(
                    "A refused sign-in is not in the audit: {}",
                    failure.getClass().getName());
        }
    }

    private static void waitForTheBeat(long came) {
        long beat = BEAT.toNanos();
        long until = came + Math.ceilDiv(System.nanoTime() - came, beat) * beat;
        while (until - System.nanoTime() > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
