package org.kinmark.hub.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// One key a round, each in a file of its own that only the hub's user reads: outside the database, and so outside its
/// backups.
@Component
public class RoundKeys {

    private static final int LENGTH = 32;
    private static final String ENDING = ".key";

    private final SecureRandom random = new SecureRandom();
    private final Path folder;

    RoundKeys(@Value("${kinmark.data}") Path data) {
        this.folder = data.resolve("keys");
    }

    /// Draws the key of a new round. It is on the disk when this returns.
    public void create(UUID round) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var bytes = new byte[LENGTH];
            random.nextBytes(bytes);
            var file = Files.createFile(
                    file(round), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            write(file, bytes);
            // The name is on the disk only once its folder is.
            try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The seal of a round; empty where its key was destroyed.
    public Optional<Seal> of(UUID round) {
        try {
            var bytes = Files.readAllBytes(file(round));
            return bytes.length == LENGTH ? Optional.of(new Seal(bytes)) : Optional.empty();
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Overwrites and deletes the key of a round that is over: what it sealed can be read by nobody any more.
    public void destroy(UUID round) {
        var file = file(round);
        try {
            if (Files.exists(file)) {
                write(file, new byte[LENGTH]);
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The rounds whose key is there.
    public List<UUID> rounds() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> UUID.fromString(name.substring(0, name.length() - ENDING.length())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(UUID round) {
        return folder.resolve(round + ENDING);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes));
            channel.force(true);
        }
    }
}
