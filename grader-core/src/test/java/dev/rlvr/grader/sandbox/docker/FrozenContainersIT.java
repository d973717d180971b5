package dev.rlvr.grader.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.Programs;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code docker pause} keeps every connection open and stops everything: nobody may wait for that to end. */
@Tag("docker")
@Timeout(120)
class FrozenContainersIT {

    private final DockerEngine engine = Engines.here();

    @AfterEach
    void close_the_engine() {
        engine.close();
    }

    /** As {@code docker pause} does, to all of ours. */
    private void pauseAll() {
        for (var container : Containers.ofThisProcess(engine)) {
            engine.ask(() -> engine.client().pauseContainerCmd(container).exec());
        }
    }

    @Test
    void a_program_whose_container_is_paused_runs_again_in_another_and_gets_its_result() throws Exception {
        try (var sandbox = Engines.open(engine, 1, Isolation.NAMESPACES);
                var thread = Executors.newSingleThreadExecutor()) {
            Programs.run(sandbox, Programs.script("1", "print(1)"));
            Callable<String> work =
                    () -> Programs.run(sandbox, Programs.script("2", "import time\ntime.sleep(2)\nprint('done')"))
                            .stdout()
                            .text();
            var result = thread.submit(work);
            Thread.sleep(500);
            pauseAll();

            assertThat(result.get(60, TimeUnit.SECONDS)).isEqualTo("done\n");
        }
        assertThat(Containers.ofThisProcess(engine)).isEmpty();
    }

    @Test
    void a_container_that_was_paused_while_it_waited_takes_no_work_for_ever() throws Exception {
        try (var sandbox = Engines.open(engine, 1, Isolation.NAMESPACES)) {
            Programs.run(sandbox, Programs.script("1", "print(1)"));
            pauseAll();
            var large = "print(len('''" + "x".repeat(4 << 20) + "'''))"; // more than any pipe on the way holds

            assertThat(Programs.run(sandbox, Programs.script("2", large))
                            .stdout()
                            .text())
                    .isEqualTo((4 << 20) + "\n");
        }
        assertThat(Containers.ofThisProcess(engine)).isEmpty();
    }
}
