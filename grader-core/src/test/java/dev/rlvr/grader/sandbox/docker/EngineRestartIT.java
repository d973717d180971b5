package dev.rlvr.grader.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.Programs;
import dev.rlvr.grader.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("docker")
@Timeout(300)
class EngineRestartIT {

    private static final int JOBS = 40;
    private static final int CASES = 3;
    private static final int BOXES = 2;

    @Test
    void a_run_waits_for_an_engine_that_is_restarted_goes_on_and_ends_right() throws Exception {
        try (var daemon = new OwnDaemon();
                var engine = DockerEngine.connect(daemon.address());
                var threads = Executors.newFixedThreadPool(BOXES)) {
            var settings = copyImage(daemon);
            try (var sandbox = DockerSandbox.open(engine, settings, BOXES, Optional.empty())) {
                var quarter = new CountDownLatch(JOBS / 4);
                var work = new ArrayList<Callable<List<String>>>();
                for (var i = 0; i < JOBS; i++) {
                    var job = i;
                    work.add(() -> run(sandbox, job, quarter));
                }
                var results = work.stream().map(threads::submit).toList();
                quarter.await();
                daemon.restart();
                for (var i = 0; i < JOBS; i++) {
                    assertThat(results.get(i).get()).isEqualTo(expected(i));
                }
            }
            assertThat(Containers.ofThisProcess(engine)).isEmpty();
        }
    }

    private static List<String> run(Sandbox sandbox, int job, CountDownLatch done) throws InterruptedException {
        var work = "n = 0\nwhile n < 2_000_000: n += 1\n";
        var cases = IntStream.range(0, CASES)
                .mapToObj(i -> Programs.script("case " + i, work + "print(" + job + ", " + i + ")"))
                .toList();
        var seen = new ArrayList<String>();
        sandbox.execute(
                new Job("python", cases),
                (_, outcome) -> seen.add(outcome.candidate().stdout().text()));
        done.countDown();
        return seen;
    }

    private static List<String> expected(int job) {
        return IntStream.range(0, CASES).mapToObj(i -> job + " " + i + "\n").toList();
    }

    private static DockerSettings copyImage(OwnDaemon daemon) throws InterruptedException {
        try (var source = Engines.here()) {
            var settings = Engines.settings(source);
            daemon.copyImage(settings.images().first());
            return settings;
        }
    }
}
