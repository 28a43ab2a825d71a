package org.kinmark.hub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.database.TestDatabase;

/// A hub in a process of its own that can be killed as a power cut would.
///
/// To start is the dear part of a kill: so the process is there while the hub before it is still being used,
/// its classes are kept from a run before ([QuickStart]), and it opens a database only when it is told which.
final class HubOfItsOwn implements AutoCloseable {

    private static final String READY = "ready";
    private static final String PORT = "port ";

    private final Process process;
    private final BufferedReader out;
    private @Nullable TestHub hub;

    private HubOfItsOwn(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /// What the process does: waits for a database's address, serves a hub on it, says its port, and stays until
    /// whoever started it is gone. To be trained, it serves a hub once, and ends.
    public static void main(String[] arguments) throws IOException {
        var data = Path.of(arguments[0]);
        if (arguments.length > 1) {
            serveOnce(arguments[1], data);
            return;
        }
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println(READY);
        var url = in.readLine();
        if (url != null) {
            System.out.println(PORT + Running.start(TestHub.settings(url, data)).port());
            while (in.readLine() != null) {
                // It says nothing more: the end of what it says is its own end.
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static void serveOnce(String url, Path data) {
        try (var running = Running.start(TestHub.settings(url, data))) {
            var hub = TestHub.at("http://127.0.0.1:" + running.port());
            hub.browser().get("/sign-in");
            hub.api("nobody's").get("/api/v1/lists");
        }
    }

    /// One on a database of the tests, at once.
    static HubOfItsOwn start(String databaseUrl) {
        return prepare(TestDatabase.folderOfData()).serve(databaseUrl);
    }

    /// Starts the process.
    static HubOfItsOwn prepare(Path data) {
        var command = new ArrayList<>(List.of(java()));
        command.addAll(QuickStart.options());
        command.addAll(List.of(HubOfItsOwn.class.getName(), data.toString()));
        try {
            return new HubOfItsOwn(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The program that runs this.
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// Opens the database, and returns when it serves.
    HubOfItsOwn serve(String databaseUrl) {
        try {
            until(READY);
            process.getOutputStream().write((databaseUrl + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            hub = TestHub.at("http://127.0.0.1:" + until(PORT).substring(PORT.length()));
            Thread.ofVirtual().start(() -> out.lines().forEach(line -> {}));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String until(String begins) throws IOException {
        var said = new ArrayList<String>();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(begins)) {
                return line;
            }
            said.add(line);
        }
        throw new IllegalStateException("the hub did not start: " + said);
    }

    TestHub hub() {
        return java.util.Objects.requireNonNull(hub, "it serves nothing yet");
    }

    /// SIGKILL.
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
