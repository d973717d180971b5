package dev.rlvr.grader.sandbox.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.JobContract;
import dev.rlvr.grader.sandbox.Sandbox;
import dev.rlvr.grader.sandbox.SandboxContract;
import dev.rlvr.grader.sandbox.SandboxException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

class LocalSandboxIT {

    private static LocalSandbox open(Isolation level, boolean cgroups) throws InterruptedException {
        return new LocalSandbox(Installed.here(), 2, Optional.of(level), cgroups);
    }

    @TestInstance(Lifecycle.PER_CLASS)
    abstract static class AtLevel implements JobContract {
        private final Isolation level;
        private final boolean cgroups;
        private Optional<LocalSandbox> sandbox = Optional.empty();

        AtLevel(Isolation level, boolean cgroups) {
            this.level = level;
            this.cgroups = cgroups;
        }

        @BeforeAll
        void open_it() throws InterruptedException {
            sandbox = Optional.of(open(level, cgroups));
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
        void closing_it_leaves_nothing_behind() throws InterruptedException {
            var ours = Installed.descendants();
            sandbox().close();
            assertThat(Installed.survivors(ours)).isEmpty();
        }
    }

    @Nested
    class InNamespaces extends AtLevel implements SandboxContract {
        InNamespaces() {
            super(Isolation.NAMESPACES, true);
        }
    }

    @Nested
    class InNamespacesWithoutControlGroups extends AtLevel implements SandboxContract {
        InNamespacesWithoutControlGroups() {
            super(Isolation.NAMESPACES, false);
        }
    }

    /** Only root can have this level. Nothing is skipped for others: they hold the level they can have to the contract. */
    @Nested
    class ByUserId extends AtLevel implements SandboxContract {
        ByUserId() {
            super(Installed.asRoot() ? Isolation.UID : Isolation.NAMESPACES, true);
        }
    }

    @Test
    void only_root_can_have_the_level_uid_and_others_are_told_so() throws InterruptedException {
        if (Installed.asRoot()) {
            try (var sandbox = open(Isolation.UID, true)) {
                assertThat(sandbox.isolation()).isEqualTo(Isolation.UID);
            }
            return;
        }
        assertThatThrownBy(() -> open(Isolation.UID, true))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("needs root");
    }
}
