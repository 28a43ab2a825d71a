package org.kinmark.synthetic;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A folder for an area that appears whole or not at all: written beside its place under a temporary name, then
/// renamed.
///
/// Use it in a `try` statement and call [#commit()] last; whatever leaves the statement earlier, an interrupted process
/// included, leaves no trace, and the area that stood there before as it was. For one thread.
public final class AreaFolder implements Closeable {

    private static final Set<String> AREA =
            Set.of("families.csv", "agreement.json", "services.csv", "truth.csv", "services");
    private static final Set<String> SERVICE = Set.of("register.csv", "conditions.csv", "objections.csv");

    private final Path target;
    private final Path temporary;
    private final Path replaced;
    private final Path removed;
    private final Thread ifInterrupted = new Thread(this::undo, "remove the unfinished area");

    private AreaFolder(Path target, Path parent) {
        this.target = target;
        var name = "." + target.getFileName() + "." + ProcessHandle.current().pid();
        this.temporary = parent.resolve(name + ".part");
        this.replaced = parent.resolve(name + ".old");
        this.removed = parent.resolve(name + ".unfinished");
    }

    /// Why no area may be written here, in words that follow the folder's name; empty where one may.
    ///
    /// It may where nothing is yet, in an empty folder, and in place of an area that was generated before.
    public static Optional<String> refusal(Path folder) {
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
            var names = names(target);
            return names.isEmpty() || isArea(target, names)
                    ? Optional.empty()
                    : Optional.of("it holds something other than an area that was generated before");
        } catch (IOException _) {
            return Optional.of("it cannot be read");
        }
    }

    /// Begins an area; the folders above it are made where they are not there.
    ///
    /// @param folder one without a refusal
    /// @throws IOException where no folder can be made there
    public static AreaFolder at(Path folder) throws IOException {
        var target = folder.toAbsolutePath().normalize();
        var parent = target.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("the root is no place for an area");
        }
        Files.createDirectories(parent);
        var area = new AreaFolder(target, parent);
        Files.createDirectory(area.temporary);
        Runtime.getRuntime().addShutdownHook(area.ifInterrupted);
        return area;
    }

    /// Where to write, until the area is committed.
    public Path path() {
        return temporary;
    }

    /// Makes the area appear under its name, in place of any that stood there.
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

    private static boolean isArea(Path folder, Set<String> names) throws IOException {
        if (!names.equals(AREA) || !Files.isDirectory(folder.resolve("services"), LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (var services = Files.newDirectoryStream(folder.resolve("services"))) {
            for (var service : services) {
                if (!Files.isDirectory(service, LinkOption.NOFOLLOW_LINKS) || !SERVICE.equals(names(service))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Set<String> names(Path folder) throws IOException {
        var names = new HashSet<String>();
        try (var children = Files.newDirectoryStream(folder)) {
            children.forEach(child -> names.add(String.valueOf(child.getFileName())));
        }
        return names;
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
