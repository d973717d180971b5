package dev.rlvr.grader.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildContextTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_archive_does_not_depend_on_order_time_or_permissions() throws IOException {
        var one = file("one", "1");
        var two = file("two", "2");
        var before = context(one, two).digest();

        Files.setLastModifiedTime(one, FileTime.from(Instant.EPOCH));
        Files.setPosixFilePermissions(two, PosixFilePermissions.fromString("rw-------"));

        assertThat(context(two, one).digest()).isEqualTo(before);
    }

    @Test
    void the_archive_depends_on_names_contents_and_on_what_is_a_program() throws IOException {
        var one = file("one", "1");
        var before = context(one).digest();

        assertThat(new BuildContext(List.of(new ContextFile.OnDisk("in/other", one, false))).digest())
                .isNotEqualTo(before);
        assertThat(new BuildContext(List.of(new ContextFile.OnDisk("in/one", one, true))).digest())
                .isNotEqualTo(before);
        Files.writeString(one, "2");
        assertThat(context(one).digest()).isNotEqualTo(before);
    }

    @Test
    void every_folder_and_file_is_roots_and_of_one_time() throws IOException {
        var program = new ContextFile.OnDisk("agent/opt/run", file("run", "#!"), true);
        var archive = new BuildContext(List.of(program, new ContextFile.Given("Dockerfile", "FROM x"))).archive();
        var seen = new ArrayList<String>();
        try (var tar = new TarArchiveInputStream(Files.newInputStream(archive))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                assertThat(entry.getLastModifiedTime().toInstant()).isEqualTo(BuildContext.TIME);
                assertThat(entry.getLongUserId() + entry.getLongGroupId()).isZero();
                seen.add(entry.getName() + " " + Integer.toOctalString(entry.getMode()));
            }
        } finally {
            Files.delete(archive);
        }

        assertThat(seen)
                .containsExactly("agent/ 40755", "agent/opt/ 40755", "Dockerfile 100644", "agent/opt/run 100755");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static BuildContext context(Path... files) {
        var list = new ArrayList<ContextFile>();
        for (var file : files) {
            list.add(new ContextFile.OnDisk("in/" + file.getFileName(), file, false));
        }
        return new BuildContext(list);
    }
}
