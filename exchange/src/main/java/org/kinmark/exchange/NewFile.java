package org.kinmark.exchange;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A file that appears whole or not at all: written beside its place under a temporary name, then renamed.
///
/// Use it in a `try` statement and call [#commit()] last; whatever leaves the statement earlier, an interrupted
/// process included, leaves no trace and the file that stood there before as it was. For one thread.
public final class NewFile implements Closeable {

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

    /// Begins a file whose folder must be there.
    ///
    /// @throws IOException where nothing can be written there
    public static NewFile at(Path target) throws IOException {
        var whole = target.toAbsolutePath();
        var folder = whole.getParent();
        if (folder == null || Files.isDirectory(whole)) {
            throw new FileSystemException(target.toString(), null, "this is a folder; name a file");
        }
        if (!Files.isDirectory(folder)) {
            throw new FileSystemException(folder.toString(), null, "there is no such folder");
        }
        if (!Files.isWritable(folder)) {
            throw new FileSystemException(folder.toString(), null, "no permission to write there");
        }
        var temporary = folder.resolve(
                "." + whole.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        UNFINISHED.add(temporary);
        try {
            return new NewFile(whole, temporary, Files.newOutputStream(temporary));
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
}
