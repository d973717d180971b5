package dev.rlvr.grader.sandbox.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rlvr.grader.sandbox.SandboxException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @TempDir
    Path folder;

    @Test
    void an_agent_that_was_never_built_is_reported_with_what_to_do() {
        var nothing = new Installation(folder.resolve("none"), folder, Path.of("/usr/bin/python3"), folder);
        assertThatThrownBy(() -> new LocalSandbox(nothing, 1, Optional.empty()))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("./mvnw -DskipTests package");
    }
}
