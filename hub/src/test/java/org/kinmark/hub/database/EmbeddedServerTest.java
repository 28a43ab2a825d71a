package org.kinmark.hub.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

    @TempDir
    private Path folder;

    @Test
    void keeps_what_was_written_over_a_restart_and_its_secrets_to_itself() throws Exception {
        try (var server = EmbeddedServer.start(folder);
                var connection = server.administrator().connect();
                var statement = connection.createStatement()) {
            statement.execute("create table kept as select 42 as answer");
        }
        try (var server = EmbeddedServer.start(folder);
                var connection = server.administrator().connect();
                var rows = connection.createStatement().executeQuery("select answer from kept")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(42);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("database-password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void refuses_a_second_hub_on_the_same_folder_with_a_sentence() {
        try (var server = EmbeddedServer.start(folder)) {
            assertThat(server.process().isAlive()).isTrue();
            assertThatThrownBy(() -> EmbeddedServer.start(folder))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Another Kinmark uses the folder");
        }
    }

    @Test
    void refuses_data_of_another_version_with_a_sentence() throws IOException {
        EmbeddedServer.start(folder).close();
        Files.writeString(folder.resolve("database/PG_VERSION"), "14\n");
        assertThatThrownBy(() -> EmbeddedServer.start(folder))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is of PostgreSQL 14");
    }

    @Test
    void starts_again_after_its_hub_was_killed_and_leaves_no_server_behind() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var hub = new ProcessBuilder(List.of(
                        java, "-cp", System.getProperty("java.class.path"), Victim.class.getName(), folder.toString()))
                .redirectErrorStream(true)
                .start();
        long server = Long.parseLong(hub.inputReader().readLine());
        hub.destroyForcibly().waitFor();
        try (var again = EmbeddedServer.start(folder)) {
            assertThat(again.process().isAlive()).isTrue();
            // It gives its data up a moment before it is gone.
            ProcessHandle.of(server)
                    .ifPresent(left -> assertThat(left.onExit()).succeedsWithin(Duration.ofSeconds(20)));
        }
    }

    /// A hub that is going to be killed.
    static final class Victim {

        private Victim() {}

        public static void main(String[] folder) throws InterruptedException {
            System.out.println(
                    EmbeddedServer.start(Path.of(folder[0])).process().pid());
            TimeUnit.MINUTES.sleep(5);
        }
    }
}
