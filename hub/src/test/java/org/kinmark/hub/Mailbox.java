package org.kinmark.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kinmark.hub.mail.SendLetters;

/// The folder into which a hub of a demonstration puts its messages.
final class Mailbox {

    private final TestHub hub;
    private final Path folder;

    /// @param data the hub's own folder
    Mailbox(TestHub hub, Path data) {
        this.hub = hub;
        this.folder = data.resolve("mail");
    }

    void empty() {
        files().forEach(file -> {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// Everything that was sent until now, by the name of its file.
    Map<String, String> all() {
        hub.part(SendLetters.class).whatIsDue();
        var all = new TreeMap<String, String>();
        for (var file : files()) {
            try {
                all.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    static String to(String mail) {
        return mail.lines()
                .filter(line -> line.startsWith("To: "))
                .map(line -> line.substring("To: ".length()))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
