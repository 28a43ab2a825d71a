package org.kinmark.exchange;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A file that appears whole or not at all: written beside its place under a temporary name, then renamed.
///
/// Use it in a `try` statement and call [#commit()] last; whatever leaves the statement earlier, an interrupted
/// process included, leaves no trace and the file that stood there before as it was. For one thread.
public final class NewFile implements Closeable {

    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");
    private static final Set<Path> UNFINISHED = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(NewFile::removeUnfinished, "remove unfinished files"));
    }

    private final Path target;
    private final Path temporary;
    private final OutputStream out;
    private final Writer writer;

    private NewFile(Path target, Path temporary, OutputStream out) {
        this.target = target;
        this.temporary = temporary;
        this.out = out;
        this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    /// What keeps a file from being written there, in words for its user. To be asked before long work, so that it is
    /// not done in vain.
    public static Optional<String> obstacle(Path target) {
        var folder = target.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(target)) {
            return Optional.of("this is a folder; name a file");
        }
        if (!Files.isDirectory(folder)) {
            return Optional.of("there is no such folder to write it in");
        }
        return Files.isWritable(folder) ? Optional.empty() : Optional.of("no permission to write it in that folder");
    }

    /// Begins a file whose folder must be there.
    ///
    /// @throws IOException where nothing can be written there
    public static NewFile at(Path target) throws IOException {
        return at(target, Files::newOutputStream);
    }

    /// Begins a file that nobody may read but whoever writes it, where the file system knows of owners
    /// (POSIX). It is so from its first byte on, and whatever stood in its place.
    ///
    /// @throws IOException where nothing can be written there
    public static NewFile forOwnerAlone(Path target) throws IOException {
        return at(target, NewFile::createForOwnerAlone);
    }

    private static OutputStream createForOwnerAlone(Path file) throws IOException {
        // One that an interrupted process left behind may be anybody's to read.
        Files.deleteIfExists(file);
        var posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ALONE)}
                : new FileAttribute<?>[0];
        return Channels.newOutputStream(
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner));
    }

    /// How a file is created.
    private interface Creation {
        OutputStream create(Path file) throws IOException;
    }

    private static NewFile at(Path target, Creation creation) throws IOException {
        var obstacle = obstacle(target);
        if (obstacle.isPresent()) {
            throw new FileSystemException(target.toString(), null, obstacle.get());
        }
        var whole = target.toAbsolutePath();
        var folder = Objects.requireNonNull(whole.getParent());
        var temporary = folder.resolve(
                "." + whole.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        UNFINISHED.add(temporary);
        try {
            return new NewFile(whole, temporary, new Named(target, creation.create(temporary)));
        } catch (IOException e) {
            UNFINISHED.remove(temporary);
            throw e;
        }
    }

    /// Where to write text: UTF-8 without a byte-order mark.
    public Writer writer() {
        return writer;
    }

    /// Makes the file appear under its name, in place of any that stood there.
    public void commit() throws IOException {
        writer.flush();
        out.close();
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        UNFINISHED.remove(temporary);
    }

    /// Removes what was written, unless it was committed.
    @Override
    public void close() throws IOException {
        if (UNFINISHED.contains(temporary)) {
            try {
                out.close();
            } finally {
                Files.deleteIfExists(temporary);
                UNFINISHED.remove(temporary);
            }
        }
    }

    private static void removeUnfinished() {
        for (var path : UNFINISHED) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException _) {
                // The process is ending and nobody is left to tell; the name says that it is unfinished.
            }
        }
    }

    /// Says of which file it is that something could not be written, such as on a full disk.
    private static final class Named extends FilterOutputStream {

        private final Path target;

        Named(Path target, OutputStream out) {
            super(out);
            this.target = target;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw new FileSystemException(target.toString(), null, e.getMessage());
            }
        }

        @Override
        public void close() throws IOException {
            try {
                out.close();
            } catch (IOException e) {
                throw new FileSystemException(target.toString(), null, e.getMessage());
            }
        }
    }
}
