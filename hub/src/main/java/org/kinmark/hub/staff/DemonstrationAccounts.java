package org.kinmark.hub.staff;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.kinmark.hub.database.StaffSide;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Accounts of invented people, for a demonstration only: one for each role in each unit. A hub that is served for
/// real refuses to start on a database that has any.
@Component
@ConditionalOnProperty("kinmark.demonstration")
public class DemonstrationAccounts {

    /// One turn over 256 KiB. A slow hash is for a password that somebody thought of: nobody guesses 256 random bits,
    /// however fast each guess is.
    private static final PasswordEncoder OF_RANDOM_BITS = new Argon2PasswordEncoder(16, 32, 1, 256, 1);

    private static final List<String> GIVEN = List.of(
            "Amina", "Ben", "Carys", "Dev", "Ellen", "Farid", "Grace", "Huw", "Ines", "Jamal", "Kirsty", "Leon");
    private static final List<String> FAMILY = List.of(
            "Okafor", "Price", "Sharma", "Lewis", "Begum", "Hughes", "Novak", "Clarke", "Mensah", "Walsh", "Rossi");

    private final StaffSide db;
    private final Units units;
    private final StaffRecords staff;
    private final Clients clients;
    private final InstantSource clock;

    DemonstrationAccounts(StaffSide db, Units units, StaffRecords staff, Clients clients, InstantSource clock) {
        this.db = db;
        this.units = units;
        this.staff = staff;
        this.clients = clients;
        this.clock = clock;
    }

    /// How one invented person signs in.
    ///
    /// @param organisation the unit's name
    /// @param kind the unit's
    public record Credential(
            String organisation,
            String kind,
            String role,
            String username,
            String password,
            String clientId,
            String clientSecret) {

        @Override
        public String toString() {
            return "Credential[hidden]";
        }
    }

    private record Account(UUID unit, UUID person, Role role, String name, Credential credential, String hash) {}

    /// Whether there are any.
    public boolean exist() {
        return db.actForAll(() -> db.sql("select exists (select from staff.person where demonstration)")
                .query(Boolean.class)
                .single());
    }

    /// Makes an account for each role in each unit.
    public List<Credential> create() {
        return create(_ -> {});
    }

    /// Makes an account for each role in each unit.
    ///
    /// @param keep what keeps them, before they can be used: where it cannot, there are none
    public List<Credential> create(Consumer<List<Credential>> keep) {
        var all = db.actForAll(() -> units.all(db));
        var wanted = new ArrayList<Account>();
        for (var unit : all) {
            unit.kind().roles().stream()
                    .sorted(Comparator.naturalOrder())
                    .forEach(role -> wanted.add(account(unit, role, wanted.size())));
        }
        var accounts = wanted.stream()
                .map(one -> new Account(
                        one.unit(),
                        one.person(),
                        one.role(),
                        one.name(),
                        one.credential(),
                        String.valueOf(OF_RANDOM_BITS.encode(one.credential().password()))))
                .toList();
        var credentials = accounts.stream().map(Account::credential).toList();
        db.actForAll(() -> {
            accounts.forEach(this::add);
            keep.accept(credentials);
            return true;
        });
        return credentials;
    }

    private static Account account(Unit unit, Role role, int number) {
        var local = role.written().replace('_', '-');
        var id = UUID.randomUUID();
        return new Account(
                unit.id(),
                id,
                role,
                GIVEN.get(number % GIVEN.size()) + " " + FAMILY.get(number % FAMILY.size()),
                new Credential(
                        unit.name(),
                        unit.kind().written(),
                        role.written(),
                        local + "@" + unit.handle(),
                        OneTimeSecret.draw().text(),
                        "client-" + id,
                        OneTimeSecret.draw().text()),
                "");
    }

    private void add(Account account) {
        var local = account.role().written().replace('_', '-');
        var registration = String.format(
                Locale.ROOT, "DEMO%04d", Math.floorMod(account.person().hashCode(), 10_000));
        staff.add(
                account.unit(),
                account.person(),
                account.name(),
                account.role() == Role.PROFESSIONAL ? registration : null,
                local,
                clock.instant());
        staff.markAsDemonstration(
                account.unit(), account.person(), account.credential().username() + ".example");
        staff.giveRoles(account.unit(), account.person(), Set.of(account.role()));
        staff.setPassword(account.unit(), account.person(), account.hash(), clock.instant());
        clients.add(
                new Clients.Client(
                        account.credential().clientId(),
                        new StaffKey(account.unit(), account.person()),
                        account.name(),
                        null,
                        null,
                        OneTimeSecret.hexHash(account.credential().clientSecret()),
                        null),
                null,
                null,
                clock.instant());
    }
}
