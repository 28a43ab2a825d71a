package org.kinmark.hub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import org.kinmark.hub.database.TestDatabase;

/// A hub in a process of its own, on a database of the tests, that can be killed as a power cut would.
final class HubOfItsOwn implements AutoCloseable {

    private final Process process;
    private final TestHub hub;

    private HubOfItsOwn(Process process, TestHub hub) {
        this.process = process;
        this.hub = hub;
    }

    /// What the process does: starts, says its port, and stays.
    public static void main(String[] arguments) throws InterruptedException {
        var running = Running.start(TestHub.settings(arguments[0], Path.of(arguments[1])));
        System.out.println("port " + running.port());
        new CountDownLatch(1).await();
    }

    static HubOfItsOwn start(String databaseUrl) {
        try {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            HubOfItsOwn.class.getName(),
                            databaseUrl,
                            TestDatabase.folderOfData().toString())
                    .redirectErrorStream(true)
                    .start();
            var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            var said = new ArrayList<String>();
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (line.startsWith("port ")) {
                    Thread.ofVirtual().start(() -> readToTheEnd(out));
                    return new HubOfItsOwn(process, TestHub.at("http://127.0.0.1:" + line.substring(5)));
                }
            }
            throw new IllegalStateException("the hub did not start: " + said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// So that it never waits for somebody to read.
    private static void readToTheEnd(BufferedReader out) {
        out.lines().forEach(line -> {});
    }

    TestHub hub() {
        return hub;
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
