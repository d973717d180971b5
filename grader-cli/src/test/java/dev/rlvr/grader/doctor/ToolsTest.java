package dev.rlvr.grader.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.doctor.Finding.Health;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolsTest {

    private static final Path JAVA = Path.of(System.getProperty("java.home", ""));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void what_built_this_is_found() throws InterruptedException {
        assertThat(new Tools(JAVA, Path.of("/usr/bin/python3")).look())
                .extracting(Finding::health)
                .containsOnly(Health.PASS);
    }

    @Test
    void without_the_interpreter_nothing_can_be_graded() throws InterruptedException {
        assertThat(new Tools(JAVA, folder.resolve("python3")).look())
                .filteredOn(finding -> finding.health() == Health.FAIL)
                .extracting(Finding::repair)
                .containsExactly("sudo apt-get install python3");
    }

    @Test
    void a_java_without_a_compiler_still_runs() throws InterruptedException {
        assertThat(new Tools(folder, Path.of("/usr/bin/python3"))
                        .look()
                        .getFirst()
                        .health())
                .isEqualTo(Health.CAUTION);
    }

    @Test
    void a_program_that_fails_says_nothing() throws InterruptedException {
        assertThat(Tools.firstLine("sh", "-c", "echo hello; exit 1")).isEmpty();
        assertThat(Tools.firstLine("sh", "-c", "printf '\\033[1m\\n hello \\033[m\\nworld'"))
                .contains("hello");
    }
}
