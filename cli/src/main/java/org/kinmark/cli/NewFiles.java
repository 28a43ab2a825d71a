package org.kinmark.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kinmark.exchange.NewFile;

/// Several files of one command that appear when all of them are whole. They are begun before the work, so that a
/// folder where nothing can be written is known at once.
final class NewFiles implements Closeable {

    private final Map<Path, NewFile> begun = new LinkedHashMap<>();

    /// Begins files; they appear in the order in which they are begun.
    ///
    /// @return the same paths
    List<Path> beginAll(List<Path> paths) throws IOException {
        for (var path : paths) {
            begun.put(path, NewFile.at(path));
        }
        return paths;
    }

    /// The same for files that nobody may read but whoever writes them.
    List<Path> beginAllForOwnerAlone(List<Path> paths) throws IOException {
        for (var path : paths) {
            begun.put(path, NewFile.forOwnerAlone(path));
        }
        return paths;
    }

    /// Writes these files whole, so that a full disk is met before the first of them appears.
    void write(List<Path> paths, Content content) throws IOException {
        for (var path : paths) {
            var writer = Objects.requireNonNull(begun.get(path)).writer();
            content.write(path, writer);
            writer.flush();
        }
    }

    /// Makes all of them appear.
    void commit() throws IOException {
        for (var file : begun.values()) {
            file.commit();
        }
    }

    /// Removes those that have not appeared.
    @Override
    public void close() throws IOException {
        for (var file : begun.values()) {
            file.close();
        }
    }

    /// What a file holds.
    @FunctionalInterface
    interface Content {

        /// Writes it to a writer that stays open.
        void write(Path path, Writer writer) throws IOException;
    }
}
