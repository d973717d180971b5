package dev.rlvr.grader.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A grader that was killed cannot clean up. The agents end by themselves, the next grader removes the rest. */
@Tag("docker")
@Timeout(120)
class AbandonedContainersIT {

    /** Another grader, in the middle of a job until it is killed. */
    static final class Grader {
        private Grader() {}

        public static void main(String[] args) throws InterruptedException {
            var engine = Engines.here();
            var sandbox = Engines.open(engine, 2, Isolation.NAMESPACES);
            var endless = Programs.script("2", "import time\ntime.sleep(60)");
            sandbox.execute(new Job("python", List.of(Programs.script("1", ""), endless)), (_, _) -> {
                System.out.println("running");
                return true;
            });
        }
    }

    private static Process start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        return new ProcessBuilder(
                        java,
                        "-Dgrader.home=" + Engines.HOME,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Grader.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void containers_of_a_grader_that_was_killed_are_removed_by_the_next_and_no_others() throws Exception {
        try (var engine = Engines.here();
                var neighbour = Engines.open(engine, 1, Isolation.NAMESPACES)) {
            var grader = start();
            try (var said = grader.inputReader(StandardCharsets.UTF_8)) {
                assertThat(said.readLine()).isEqualTo("running");
            }
            assertThat(Containers.ofProcess(engine, grader.pid())).isNotEmpty();
            grader.destroyForcibly().waitFor();
            var deadline = Instant.now().plus(Duration.ofSeconds(30));
            while (!Containers.runningOfProcess(engine, grader.pid()).isEmpty()
                    && Instant.now().isBefore(deadline)) {
                Thread.sleep(50);
            }
            assertThat(Containers.runningOfProcess(engine, grader.pid()))
                    .as("agents end when nobody is there")
                    .isEmpty();

            Engines.open(engine, 1, Isolation.NAMESPACES).close();

            assertThat(Containers.ofProcess(engine, grader.pid())).isEmpty();
            assertThat(Programs.run(neighbour, Programs.script("1", "print(6 * 7)"))
                            .stdout()
                            .text())
                    .isEqualTo("42\n");
        }
    }
}
