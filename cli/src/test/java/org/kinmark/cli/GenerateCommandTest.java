package org.kinmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kinmark.synthetic.Kind;

class GenerateCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void an_area_is_written_and_said_to_be() {
        assertThat(run("--families 20 --services 7 --patients 100")).isZero();
        assertThat(folder.resolve("area")).isDirectoryContaining("glob:**/families.csv");
        assertThat(out.toString()).contains("20 families").contains("7 services");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--families 0",
                "--families -3",
                "--families many",
                "--services 6",
                "--services 99999999",
                "--patients 0",
                "--patients 2000000000",
                "--seed first",
                "--kind harder",
                "--as-of 2026-02-30",
                "--as-of 01/10/2026",
                "--as-of 0001-01-01",
                "--threads 4"
            })
    void a_wrong_value_is_refused_in_one_sentence_and_nothing_is_written(String wrong) {
        assertThat(run(wrong)).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains(wrong.substring(0, wrong.indexOf(' ')));
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void an_area_of_each_kind_is_written_and_the_help_names_it(Kind kind) {
        assertThat(run("--families 20 --services 7 --patients 100 --kind " + kind.written()))
                .isZero();
        assertThat(folder.resolve("area")).isDirectoryContaining("glob:**/families.csv");
        execute("generate", "--help");
        assertThat(out.toString()).containsPattern("(?m)\\b" + kind.written() + "\\b");
    }

    @Test
    void a_wrong_kind_is_told_which_there_are() {
        assertThat(run("--kind harder")).isEqualTo(2);
        for (var kind : Kind.values()) {
            assertThat(err.toString()).contains(kind.written());
        }
    }

    @Test
    void the_folder_must_be_named() {
        assertThat(execute("generate")).isEqualTo(2);
        assertThat(err.toString()).contains("--out").hasLineCount(1);
    }

    @Test
    void a_folder_with_other_things_in_it_is_left_alone() throws IOException {
        Files.createDirectory(folder.resolve("area"));
        Files.writeString(folder.resolve("area/families.csv"), "somebody's");
        assertThat(run("--families 20")).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(folder.resolve("area/families.csv")).hasContent("somebody's");
    }

    @Test
    void a_place_below_a_file_is_refused() throws IOException {
        Files.writeString(folder.resolve("area"), "a file");
        assertThat(execute("generate", "--out", folder.resolve("area/below").toString()))
                .isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
    }

    @Test
    void the_help_says_the_defaults_and_the_fewest_services() {
        assertThat(execute("generate", "--help")).isZero();
        assertThat(out.toString())
                .contains("(300)", "(12)", "(10000)", "(2026-10-01)", "(default)", "at least 7", "Exit codes");
    }

    private int run(String options) {
        return execute(("generate --out " + folder.resolve("area") + " " + options).split(" ", -1));
    }

    private int execute(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
