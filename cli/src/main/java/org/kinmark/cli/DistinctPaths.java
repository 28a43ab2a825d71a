package org.kinmark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kinmark.exchange.NewFile;

/// The files of one call: what it writes must be nothing that it reads, and no two of them one file.
record DistinctPaths(List<Path> read, List<Path> written) {

    /// What is wrong with the first path that cannot be written, in words for its user.
    Optional<String> obstacle() {
        return written.stream().flatMap(path -> obstacle(path).stream()).findFirst();
    }

    private Optional<String> obstacle(Path path) {
        if (read.stream().anyMatch(other -> same(path, other))) {
            return Optional.of(path + " is both read and written");
        }
        if (written.stream().filter(other -> same(path, other)).count() > 1) {
            return Optional.of(path + " would be written twice");
        }
        return NewFile.obstacle(path).map(obstacle -> path + ": " + obstacle);
    }

    private static boolean same(Path one, Path other) {
        try {
            return one.toAbsolutePath()
                            .normalize()
                            .equals(other.toAbsolutePath().normalize())
                    || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
        } catch (IOException _) {
            return false;
        }
    }
}
