package org.kinmark.hub;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.kinmark.hub.database.TestDatabase;

/// What lets a hub in a process of its own start in little more than half of the time: its classes as they were
/// once they had been loaded and linked, kept from a run in which it started and stopped.
///
/// The JDK keeps classes of jars alone, so that folders of the class path are packed first. Where it keeps
/// none, hubs start as they do without.
final class QuickStart {

    private static final Path FOLDER = TestDatabase.folderOfData().resolve("quick-start");
    private static final Path KEPT = FOLDER.resolve("hub.aot");
    private static final List<String> OPTIONS = prepare();

    private QuickStart() {}

    /// What java is told, before the class.
    static List<String> options() {
        return OPTIONS;
    }

    private static List<String> prepare() {
        try {
            Files.createDirectories(FOLDER);
            var usual = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath());
            var training = new ArrayList<>(List.of(HubOfItsOwn.java(), "-XX:AOTCacheOutput=" + KEPT));
            training.addAll(usual);
            training.addAll(List.of(HubOfItsOwn.class.getName(), FOLDER.toString(), TestDatabase.emptyUrl()));
            new ProcessBuilder(training)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            var options = new ArrayList<>(usual);
            if (Files.exists(KEPT)) {
                options.add("-XX:AOTCache=" + KEPT);
            }
            return List.copyOf(options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String classPath() throws IOException {
        var packed = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var folder = Path.of(entry);
            packed.add(Files.isDirectory(folder) ? pack(folder, packed.size()) : entry);
        }
        return String.join(File.pathSeparator, packed);
    }

    /// With its folders, by which Spring looks for classes.
    private static String pack(Path folder, int number) throws IOException {
        var jar = FOLDER.resolve("classes-" + number + ".jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var found = Files.walk(folder)) {
            for (var file : found.filter(one -> !one.equals(folder)).toList()) {
                var name = folder.relativize(file).toString();
                boolean isFolder = Files.isDirectory(file);
                out.putNextEntry(new JarEntry(isFolder ? name + "/" : name));
                if (!isFolder) {
                    Files.copy(file, out);
                }
            }
        }
        return jar.toString();
    }
}
