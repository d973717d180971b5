package dev.rlvr.grader.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.Programs;
import dev.rlvr.grader.sandbox.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where nobody in a container may make namespaces, as under many engines' own rules. */
@Tag("docker")
@Timeout(120)
class WeakEngineIT {

    @TempDir
    private Path folder = Path.of("");

    @AutoClose
    private final DockerEngine engine = Engines.here();

    /** Our profile, from which the calls are taken that make namespaces. */
    private DockerSettings withoutNamespaces() throws IOException, InterruptedException {
        var usual = Engines.settings(engine);
        var profile = Files.readString(usual.seccompProfile());
        var weaker = profile.replaceFirst("\"syscalls\": ?\\[", """
                "syscalls": [{"names": ["unshare", "setns"], "action": "SCMP_ACT_ERRNO", "errnoRet": 1},""");
        assertThat(weaker).isNotEqualTo(profile);
        return new DockerSettings(
                usual.images(), Files.writeString(folder.resolve("seccomp.json"), weaker), usual.shown());
    }

    @Test
    void the_level_is_that_of_user_ids_and_why_is_reported() throws Exception {
        try (var sandbox = DockerSandbox.open(engine, withoutNamespaces(), 1, Optional.empty())) {
            assertThat(sandbox.isolation()).isEqualTo(Isolation.UID);
            assertThat(sandbox.weakness().orElse("")).contains("namespace", "Operation not permitted");
            assertThat(Programs.run(sandbox, Programs.script("1", "print(6 * 7)"))
                            .stdout()
                            .text())
                    .isEqualTo("42\n");
        }
        assertThat(Containers.ofThisProcess(engine)).isEmpty();
    }

    @Test
    void who_asks_for_namespaces_gets_them_or_nothing() {
        assertThatThrownBy(() -> DockerSandbox.open(engine, withoutNamespaces(), 1, Optional.of(Isolation.NAMESPACES)))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("Operation not permitted");
        assertThat(Containers.ofThisProcess(engine)).isEmpty();
    }
}
