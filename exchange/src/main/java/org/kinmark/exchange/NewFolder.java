package org.kinmark.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A folder of files that appears whole or not at all: written beside its place under a temporary name, then renamed.
///
/// Use it in a `try` statement and call [#commit()] last; whatever leaves the statement earlier, an interrupted process
/// included, leaves no trace, and the folder that stood there before as it was. For one thread.
public final class NewFolder implements Closeable {

    /// What a command writes into its folders, and so may replace.
    ///
    /// @param landmark a file that every such folder has
    /// @param files the files that it may have, as paths in it with slashes
    public record Contents(String landmark, Pattern files) {

        /// Whether a folder is empty, or has the landmark and nothing but such files.
        private boolean areAllOf(Path folder) throws IOException {
            try (var paths = Files.walk(folder)) {
                var found = paths.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                        .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                        .toList();
                return found.isEmpty() && isEmpty(folder)
                        || found.contains(landmark)
                                && found.stream()
                                        .allMatch(path -> files.matcher(path).matches());
            } catch (UncheckedIOException e) {
                throw new IOException(e);
            }
        }

        private static boolean isEmpty(Path folder) throws IOException {
            try (var children = Files.newDirectoryStream(folder)) {
                return !children.iterator().hasNext();
            }
        }
    }

    private final Path target;
    private final Path temporary;
    private final Path replaced;
    private final Path removed;
    private final Thread ifInterrupted = new Thread(this::undo, "remove the unfinished folder");

    private NewFolder(Path target, Path parent) {
        this.target = target;
        var name = "." + target.getFileName() + "." + ProcessHandle.current().pid();
        this.temporary = parent.resolve(name + ".part");
        this.replaced = parent.resolve(name + ".old");
        this.removed = parent.resolve(name + ".unfinished");
    }

    /// Why the folder may not be written here, in words that follow its name; empty where it may.
    ///
    /// It may where nothing is yet, in an empty folder, and in place of one that the same command wrote before.
    ///
    /// @param contents how the command tells a folder that it wrote
    public static Optional<String> refusal(Path folder, Contents contents) {
        var target = folder.toAbsolutePath().normalize();
        if (target.getParent() == null || target.equals(Path.of("").toAbsolutePath())) {
            return Optional.of("name a new folder, not the one you are in or the root");
        }
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of("it is there already and is not a folder");
        }
        try {
            return contents.areAllOf(target)
                    ? Optional.empty()
                    : Optional.of("it holds something that this command did not write; name another folder");
        } catch (IOException _) {
            return Optional.of("it cannot be read");
        }
    }

    /// Begins a folder; the folders above it are made where they are not there.
    ///
    /// @param folder one without a refusal
    /// @throws IOException where no folder can be made there
    public static NewFolder at(Path folder) throws IOException {
        var target = folder.toAbsolutePath().normalize();
        var parent = target.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("the root cannot be replaced");
        }
        Files.createDirectories(parent);
        var made = new NewFolder(target, parent);
        Files.createDirectory(made.temporary);
        Runtime.getRuntime().addShutdownHook(made.ifInterrupted);
        return made;
    }

    /// Where to write, until the folder is committed.
    public Path path() {
        return temporary;
    }

    /// Makes the folder appear under its name, in place of any that stood there.
    public synchronized void commit() throws IOException {
        boolean replaces = Files.exists(target);
        if (replaces) {
            Files.move(target, replaced, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (replaces) {
                Files.move(replaced, target, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
        remove(replaced);
    }

    /// Removes what was written, unless it was committed.
    @Override
    public void close() {
        undo();
        try {
            Runtime.getRuntime().removeShutdownHook(ifInterrupted);
        } catch (IllegalStateException _) {
            // The process is ending: the hook runs or has run, and finds nothing left.
        }
    }

    /// The folder is renamed first: whoever still writes in it can make nothing new under its old name.
    private synchronized void undo() {
        try {
            if (Files.exists(temporary)) {
                Files.move(temporary, removed, StandardCopyOption.ATOMIC_MOVE);
            }
            remove(removed);
        } catch (IOException _) {
            // Nobody is left to tell; the name says that it is unfinished.
        }
    }

    /// Removes a folder with all that is in it; a link's target stays.
    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path walked, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(walked);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
