package org.kinmark.hub.database;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// The passwords of the hub's own database roles, in a file that only the hub's user can read.
final class RolePasswords {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<DatabaseRole, String> passwords;

    private RolePasswords(Map<DatabaseRole, String> passwords) {
        this.passwords = passwords;
    }

    /// Those of the file; what it lacks is drawn and written to it.
    static RolePasswords in(Path file) throws IOException {
        var kept = new Properties();
        if (Files.exists(file)) {
            kept.load(new StringReader(Files.readString(file)));
        }
        var passwords = new EnumMap<DatabaseRole, String>(DatabaseRole.class);
        var text = new StringBuilder();
        for (var role : DatabaseRole.values()) {
            passwords.put(role, Objects.requireNonNullElseGet(kept.getProperty(role.login()), RolePasswords::draw));
            text.append(role.login()).append('=').append(passwords.get(role)).append('\n');
        }
        if (kept.size() < passwords.size()) {
            writePrivately(file, text.toString());
        }
        return new RolePasswords(passwords);
    }

    String of(DatabaseRole role) {
        return Objects.requireNonNull(passwords.get(role));
    }

    static String draw() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Writes a file that nobody else could read at any moment.
    static void writePrivately(Path file, String text) throws IOException {
        var unfinished = Files.createTempFile(
                Objects.requireNonNull(file.toAbsolutePath().getParent()), "private", "", EmbeddedServer.PRIVATE);
        Files.write(unfinished, text.getBytes(StandardCharsets.UTF_8));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public String toString() {
        return "RolePasswords[hidden]";
    }
}
