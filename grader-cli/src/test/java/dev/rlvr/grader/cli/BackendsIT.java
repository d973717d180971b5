package dev.rlvr.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rlvr.grader.cli.SandboxOptions.Kind;
import dev.rlvr.grader.sandbox.SandboxException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a machine whose engine is down. */
class BackendsIT {

    @TempDir
    Path folder;

    private Backend open(Kind kind) throws InterruptedException {
        var settings = new Settings(
                Path.of(System.getProperty("grader.home", "..")),
                false,
                false,
                100,
                false,
                1,
                folder,
                Map.of("DOCKER_HOST", "unix://" + folder.resolve("docker.sock")));
        return new Backends(settings, new SandboxOptions()).open(kind);
    }

    @Test
    void auto_runs_on_the_machine_itself_and_says_why() throws InterruptedException {
        try (var backend = open(Kind.AUTO)) {
            assertThat(backend.name()).isEqualTo("local");
            assertThat(backend.remarks())
                    .singleElement()
                    .asString()
                    .startsWith("programs run without Docker: ")
                    .contains("start it");
        }
    }

    @Test
    void who_asks_for_docker_gets_docker_or_nothing() {
        assertThatThrownBy(() -> open(Kind.DOCKER))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("start it");
    }

    @Test
    void local_needs_no_reason() throws InterruptedException {
        try (var backend = open(Kind.LOCAL)) {
            assertThat(backend.name()).isEqualTo("local");
            assertThat(backend.remarks()).isEmpty();
        }
    }
}
