package org.kinmark.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFolderTest {

    private static final NewFolder.Contents AREA = new NewFolder.Contents(
            "truth.csv",
            Pattern.compile(
                    "(families|services|truth)\\.csv|agreement\\.json|services/[^/]+/(register|conditions|objections)\\.csv"));

    @TempDir
    Path parent;

    @Test
    void an_area_appears_when_it_is_committed() throws IOException {
        var target = parent.resolve("a/b/area");
        try (var folder = NewFolder.at(target)) {
            Files.writeString(folder.path().resolve("families.csv"), "whole");
            assertThat(target).doesNotExist();
            folder.commit();
        }
        assertThat(target.resolve("families.csv")).hasContent("whole");
        assertThat(names(parent.resolve("a/b"))).containsExactly("area");
    }

    @Test
    void what_is_not_committed_leaves_no_trace_and_the_old_area_as_it_was() throws IOException {
        var target = oldArea();
        try (var folder = NewFolder.at(target)) {
            Files.createDirectory(folder.path().resolve("services"));
            Files.writeString(folder.path().resolve("services/half"), "half");
        }
        assertThat(names(parent)).containsExactly("area");
        assertThat(target.resolve("families.csv")).hasContent("old");
    }

    @Test
    void an_older_area_is_replaced() throws IOException {
        var target = oldArea();
        assertThat(refusal(target)).isEmpty();
        try (var folder = NewFolder.at(target)) {
            Files.writeString(folder.path().resolve("families.csv"), "new");
            folder.commit();
        }
        assertThat(names(parent)).containsExactly("area");
        assertThat(names(target)).containsExactly("families.csv");
    }

    @Test
    void an_empty_folder_and_a_new_name_are_accepted() throws IOException {
        assertThat(refusal(Files.createDirectory(parent.resolve("empty")))).isEmpty();
        assertThat(refusal(parent.resolve("new"))).isEmpty();
    }

    @Test
    void a_folder_with_anything_else_in_it_is_refused() throws IOException {
        var more = oldArea();
        Files.writeString(more.resolve("notes.txt"), "mine");
        assertThat(refusal(more)).isPresent();
    }

    @Test
    void a_folder_with_families_alone_is_not_taken_for_an_area() throws IOException {
        Files.writeString(parent.resolve("families.csv"), "perhaps real");
        assertThat(refusal(parent)).isPresent();
    }

    @Test
    void a_services_folder_with_anything_else_in_it_is_refused() throws IOException {
        var area = oldArea();
        Files.writeString(area.resolve("services/s1/marks.csv"), "mine");
        assertThat(refusal(area)).isPresent();
    }

    @Test
    void a_file_and_the_folder_one_is_in_are_refused() throws IOException {
        assertThat(refusal(Files.writeString(parent.resolve("file"), ""))).isPresent();
        assertThat(refusal(Path.of(""))).isPresent();
        assertThat(refusal(Path.of("/"))).isPresent();
    }

    private static Optional<String> refusal(Path folder) {
        return NewFolder.refusal(folder, AREA);
    }

    private Path oldArea() throws IOException {
        var area = Files.createDirectory(parent.resolve("area"));
        for (var file : new String[] {"families.csv", "agreement.json", "services.csv", "truth.csv"}) {
            Files.writeString(area.resolve(file), "old");
        }
        var service = Files.createDirectories(area.resolve("services/s1"));
        for (var file : new String[] {"register.csv", "conditions.csv", "objections.csv"}) {
            Files.writeString(service.resolve(file), "old");
        }
        return area;
    }

    @Test
    void a_folder_of_empty_folders_is_not_empty() throws IOException {
        Files.createDirectories(parent.resolve("work/drafts"));
        assertThat(refusal(parent.resolve("work"))).isPresent();
    }

    private static Iterable<String> names(Path folder) throws IOException {
        try (var children = Files.list(folder)) {
            return children.map(child -> child.getFileName().toString()).toList();
        }
    }
}
