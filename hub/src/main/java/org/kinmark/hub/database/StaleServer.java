package org.kinmark.hub.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A server that a killed hub left over the same data. It is told to stop by itself, and may take a moment.
final class StaleServer {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private StaleServer() {}

    /// Stops it, where there is one: only a process whose command line names our data.
    static void stop(Path data) throws IOException, InterruptedException {
        var note = data.resolve("postmaster.pid");
        if (!Files.exists(note)) {
            return;
        }
        var lines = Files.readAllLines(note);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,9}")) {
            return;
        }
        var process = ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
        if (process.isEmpty() || !isOurs(process.get(), data)) {
            return;
        }
        process.get().destroy();
        try {
            process.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException _) {
            process.get().destroyForcibly();
        }
    }

    private static boolean isOurs(ProcessHandle process, Path data) throws IOException {
        var commandLine = Path.of("/proc", String.valueOf(process.pid()), "cmdline");
        return Files.exists(commandLine)
                && java.util.Arrays.asList(Files.readString(commandLine).split("\0"))
                        .contains(data.toString());
    }
}
