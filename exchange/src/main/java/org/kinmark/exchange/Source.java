package org.kinmark.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.kinmark.linkage.Progress;

/// Where a file's bytes come from, and what the user calls it.
public final class Source {

    private final String name;
    private final Opening opening;
    private final Optional<Path> path;
    private final Progress progress;

    private Source(String name, Opening opening, Optional<Path> path, Progress progress) {
        this.name = name;
        this.opening = opening;
        this.path = path;
        this.progress = progress;
    }

    /// A file of this machine, called as the user wrote its path.
    public static Source of(Path path) {
        return new Source(path.toString(), () -> Files.newInputStream(path), Optional.of(path), Progress.NONE);
    }

    /// Bytes from elsewhere, such as an upload.
    ///
    /// @param opening gives the same bytes from their beginning each time it is asked
    public static Source of(String name, Opening opening) {
        return new Source(name, opening, Optional.empty(), Progress.NONE);
    }

    /// The same bytes; how far they are read is told to `progress`.
    public Source reportingTo(Progress listener) {
        return new Source(name, opening, path, listener);
    }

    /// What mistakes call it.
    public String name() {
        return name;
    }

    /// Its bytes from the beginning.
    InputStream open() throws IOException {
        return opening.open();
    }

    /// Where it is, if it is a file of this machine.
    Optional<Path> path() {
        return path;
    }

    Progress progress() {
        return progress;
    }

    /// Its length in bytes, or -1 where that cannot be said beforehand.
    long size() throws IOException {
        return path.isPresent() ? Files.size(path.get()) : -1;
    }

    /// What keeps it from being read at all, in words for its user.
    Optional<String> obstacle() {
        return path.flatMap(Source::obstacle);
    }

    private static Optional<String> obstacle(Path path) {
        if (Files.isDirectory(path)) {
            return Optional.of("this is a folder; name a file");
        }
        if (Files.notExists(path)) {
            return Optional.of("there is no such file");
        }
        if (!Files.isRegularFile(path)) {
            return Optional.of("this is not an ordinary file; save what it gives to one first");
        }
        return Files.isReadable(path) ? Optional.empty() : Optional.of("no permission to read it");
    }

    /// Opens the bytes once more.
    @FunctionalInterface
    public interface Opening {

        /// A new stream, which the reader closes.
        InputStream open() throws IOException;
    }
}
