package dev.rlvr.grader.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.JobContract;
import dev.rlvr.grader.sandbox.Sandbox;
import dev.rlvr.grader.sandbox.SandboxContract;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@Tag("docker")
class DockerSandboxIT {

    @TestInstance(Lifecycle.PER_CLASS)
    abstract static class AtLevel implements JobContract {
        private final Isolation level;
        private final DockerEngine engine = Engines.here();
        private Optional<DockerSandbox> sandbox = Optional.empty();

        AtLevel(Isolation level) {
            this.level = level;
        }

        @BeforeAll
        void open_it() throws InterruptedException {
            sandbox = Optional.of(Engines.open(engine, 2, level));
        }

        @Override
        public Sandbox sandbox() {
            return sandbox.orElseThrow();
        }

        @Test
        void it_has_the_level_asked_for() {
            assertThat(sandbox().isolation()).isEqualTo(level);
        }

        @AfterAll
        void closing_it_leaves_nothing_behind() {
            sandbox().close();
            assertThat(Containers.ofThisProcess(engine)).isEmpty();
            engine.close();
        }
    }

    @Nested
    class InNamespaces extends AtLevel implements SandboxContract {
        InNamespaces() {
            super(Isolation.NAMESPACES);
        }
    }

    @Nested
    class ByUserId extends AtLevel implements SandboxContract {
        ByUserId() {
            super(Isolation.UID);
        }
    }
}
