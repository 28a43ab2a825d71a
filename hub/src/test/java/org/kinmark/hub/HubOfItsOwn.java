package org.kinmark.hub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.database.TestDatabase;

/// A hub in a process of its own that can be killed as a power cut would.
///
/// To start is the dear part of a kill: so the process first serves a hub on a database that does not matter, while the
/// hub before it is still being used, and opens the database that does only when it is told which.
final class HubOfItsOwn implements AutoCloseable {

    private static final String READY = "ready";
    private static final String PORT = "port ";
    private static final String COLD = "cold";

    private final Process process;
    private final BufferedReader out;
    private @Nullable TestHub hub;

    private HubOfItsOwn(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /// What the process does: warms up, waits for a database's address, serves a hub on it, says its port, and stays
    /// until whoever started it is gone.
    public static void main(String[] arguments) throws IOException {
        var data = Path.of(arguments[1]);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        if (!arguments[0].equals(COLD)) {
            warmUp(arguments[0], data);
        }
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

    /// So that classes are loaded; that a server is killed meanwhile is nothing to this hub.
    private static void warmUp(String url, Path data) {
        try (var running = Running.start(TestHub.settings(url, data))) {
            TestHub.at("http://127.0.0.1:" + running.port()).browser().get("/sign-in");
        } catch (RuntimeException _) {
            System.out.println("It starts cold.");
        }
    }

    /// One on a database of the tests, at once.
    static HubOfItsOwn start(String databaseUrl) {
        return prepare(COLD, TestDatabase.folderOfData()).serve(databaseUrl);
    }

    /// Starts the process.
    ///
    /// @param toWarmUp the database that does not matter
    static HubOfItsOwn prepare(String toWarmUp, Path data) {
        try {
            return new HubOfItsOwn(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            HubOfItsOwn.class.getName(),
                            toWarmUp,
                            data.toString())
                    .redirectErrorStream(true)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
