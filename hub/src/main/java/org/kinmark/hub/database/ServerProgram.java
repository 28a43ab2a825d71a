package org.kinmark.hub.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The PostgreSQL programs that come with the hub, unpacked once beside the data.
final class ServerProgram {

    /// The version of the archive on the class path.
    static final String VERSION = "18.6";

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final int EXECUTABLE = 0100;

    private ServerProgram() {}

    /// The folder that holds `bin`, unpacked where it was not yet.
    static Path unpackedIn(Path folder) throws IOException {
        var programs = folder.resolve("postgresql-" + VERSION);
        if (Files.isDirectory(programs)) {
            return programs;
        }
        var unfinished = Files.createTempDirectory(folder, "unpacking");
        unpack(unfinished);
        try {
            Files.move(unfinished, programs, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException _) {
            delete(unfinished);
        }
        return programs;
    }

    private static void unpack(Path folder) throws IOException {
        try (var bytes = ServerProgram.class.getResourceAsStream(ARCHIVE)) {
            if (bytes == null) {
                throw new CannotStart("There is no PostgreSQL for this kind of machine here: set KINMARK_DATABASE_URL");
            }
            try (var archive = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(bytes)))) {
                TarArchiveEntry entry;
                while ((entry = archive.getNextEntry()) != null) {
                    unpack(archive, entry, folder);
                }
            }
        }
    }

    private static void unpack(TarArchiveInputStream archive, TarArchiveEntry entry, Path folder) throws IOException {
        var path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("the archive of PostgreSQL names a path outside it");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(java.util.Objects.requireNonNull(path.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(archive, path);
        if ((entry.getMode() & EXECUTABLE) != 0) {
            Set<PosixFilePermission> permissions = new HashSet<>(Files.getPosixFilePermissions(path));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            Files.setPosixFilePermissions(path, permissions);
        }
    }

    /// Deletes a folder and all in it.
    static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
