package org.kinmark.cli;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The marker as its own process, with one service's files and nothing else.
final class MarkerProcess {

    /// Ended with this process, however it ends.
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly), "end running markers"));
    }

    private MarkerProcess() {}

    /// Runs `kinmark mark` in a folder and waits for it.
    ///
    /// @throws IOException where it did not succeed, with what it said: counts, places and no person's data
    static void run(Path folder, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // The same virtual machine as this one, so that the classes prepared for it serve here too.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-X"))
                .forEach(command::add);
        // Short work beside its like: compiling it thoroughly would cost more than it saves.
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(List.of("-cp", classPath(), Main.class.getName(), "mark"));
        command.addAll(arguments);
        var said = folder.resolve("marker.log");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        RUNNING.add(process);
        try {
            process.getOutputStream().close();
            if (process.waitFor() != 0) {
                throw new IOException("the marker in " + folder.getFileName() + " did not succeed: "
                        + Files.readString(said).strip());
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroy();
            RUNNING.remove(process);
            Files.deleteIfExists(said);
        }
    }

    /// The class path of this process, wherever the new one is started.
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
