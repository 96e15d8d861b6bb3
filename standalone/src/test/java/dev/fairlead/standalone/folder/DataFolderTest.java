package dev.fairlead.standalone.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DataFolderTest {

    @TempDir
    Path directory;

    @Test
    void a_folder_is_held_by_one_and_free_again_at_its_end() throws IOException {
        Path path = directory.resolve("data");
        try (DataFolder first = DataFolder.take(path)) {
            assertThat(first.hasLog()).isFalse();
            assertThatThrownBy(() -> DataFolder.take(path))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(path + " is in use by process "
                            + ProcessHandle.current().pid())
                    .hasMessageContaining("--data");
        }
        DataFolder.take(path).close();
    }

    @Test
    void a_lock_file_that_a_kill_has_left_stops_nobody() throws IOException {
        Files.writeString(directory.resolve("lock"), "process 1, since 2026-01-01T00:00:00Z");
        DataFolder.take(directory).close();
    }

    @Test
    void a_new_folder_is_its_owners_alone() throws IOException {
        Path path = directory.resolve("a/b");
        DataFolder.take(path).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rwx------");
    }

    @Test
    void a_folder_of_a_newer_version_is_refused() throws IOException {
        Files.writeString(directory.resolve("form"), "2\n");
        assertThatThrownBy(() -> DataFolder.take(directory))
                .hasMessageContaining("is of form \"2\"");
    }

    @Test
    void a_place_that_cannot_be_a_folder_is_refused() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThatThrownBy(() -> DataFolder.take(file)).hasMessageContaining("--data");
    }

    @Test
    void it_remembers_where_the_log_was_moved() throws IOException {
        try (DataFolder folder = DataFolder.take(directory)) {
            assertThat(folder.movedTo()).isEmpty();
            folder.moved("jdbc:postgresql://db/fairlead");
            assertThat(folder.movedTo()).contains("jdbc:postgresql://db/fairlead");
        }
    }
}
