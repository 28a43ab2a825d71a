package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kinmark.hub.database.DemonstrationClock;
import org.kinmark.hub.database.TestDatabase;
import org.kinmark.hub.release.DemonstrationMap;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;

/// What a command says holds, and a wrong call is refused before anything is started.
class CommandsTest {

    private final StringWriter err = new StringWriter();

    @Test
    void a_hub_served_for_real_is_no_demonstration_whatever_the_environment_says() {
        System.setProperty("kinmark.demonstration", "true");
        try (var hub = Running.start(TestDatabase.folderOfData(), "127.0.0.1", 0, TestDatabase.emptyUrl(), false)) {
            assertThatThrownBy(() -> hub.part(DemonstrationMap.class))
                    .isInstanceOf(NoSuchBeanDefinitionException.class);
        } finally {
            System.clearProperty("kinmark.demonstration");
        }
    }

    @Test
    void a_demonstration_keeps_to_its_own_database_whatever_the_environment_says(@TempDir Path data) {
        System.setProperty("kinmark.database-url", "postgresql://nobody:nothing@127.0.0.1:1/real");
        try (var hub = Running.start(data.resolve("hub"), "127.0.0.1", 0, null, true)) {
            assertThat(hub.part(DemonstrationClock.class).instant()).isNotNull();
        } finally {
            System.clearProperty("kinmark.database-url");
        }
    }

    @Test
    void a_port_that_is_none_is_a_wrong_call() {
        assertThat(call("serve", "--port", "99999")).isEqualTo(2);
        assertThat(call("demo", "--port", "-1")).isEqualTo(2);
        assertThat(err.toString().lines())
                .hasSize(2)
                .allMatch(line -> line.equals("kinmark: --port: give a number from 0 to 65535"));
    }

    @Test
    void a_file_in_place_of_the_folder_is_a_wrong_call(@TempDir Path data) throws IOException {
        var file = Files.createFile(data.resolve("file"));
        assertThat(call("serve", "--data", file.toString())).isEqualTo(2);
        assertThat(call("demo", "--data", file.resolve("within").toString())).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(2).allMatch(line -> line.endsWith("is a file; name a folder"));
    }

    @Test
    void an_administrator_without_a_name_or_of_a_unit_alone_is_a_wrong_call() {
        assertThat(call("serve", "--first-administrator", " ")).isEqualTo(2);
        assertThat(call("serve", "--of", "riverside-practice")).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "kinmark: --first-administrator: give a name of 1 to 200 characters",
                        "kinmark: --of: name somebody with --first-administrator");
    }

    private int call(String... arguments) {
        return Main.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
    }
}
