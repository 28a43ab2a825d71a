package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The leaks that a command plants can be planted in the hub as it is now: a patch that applies no longer would be
/// found out only by whoever runs that command.
class PlantedLeaksTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath();
    private static final Path LEAKS = Path.of("src", "test", "leaks");

    static Stream<Path> leaks() throws IOException {
        try (var files = Files.walk(LEAKS)) {
            return files.filter(file -> file.toString().endsWith(".patch")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void it_applies(Path leak) throws IOException, InterruptedException {
        var applying = new ProcessBuilder(
                        "git", "apply", "--check", leak.toAbsolutePath().toString())
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(applying.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(applying.waitFor()).as(said).isZero();
    }
}
