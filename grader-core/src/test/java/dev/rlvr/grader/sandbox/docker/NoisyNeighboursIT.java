package dev.rlvr.grader.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.Programs;
import dev.rlvr.grader.sandbox.RunOutcome;
import dev.rlvr.grader.sandbox.RunOutcome.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one box does to the machine is not felt in the other. */
@Tag("docker")
@Timeout(180)
class NoisyNeighboursIT {

    private static final int RUNS = 8;

    /** A second of CPU, of which {@link #WORK} needs some tenths. */
    private static final Limits LIMITS = Limits.DEFAULT.withTime(Duration.ofSeconds(1), Duration.ofSeconds(2));

    /** Uses what the neighbours are after: CPU time, memory, files, processes. */
    private static final String WORK = """
            import os, subprocess
            n = 0
            while n < 1_500_000: n += 1
            held = bytearray(b'x') * (32 << 20)
            with open('/tmp/file', 'wb') as file: file.write(held)
            os.remove('/tmp/file')
            print(n, len(held), subprocess.run(['echo', 'child'], capture_output=True).stdout)
            """;

    private static final String EXPECTED = "1500000 33554432 b'child\\n'\n";

    enum Neighbour {
        FILLS_THE_DISK("""
                import itertools
                for i in itertools.count():
                    try: open(f'/tmp/{i}', 'wb').write(b'x' * (8 << 20))
                    except OSError: pass
                """),
        FORKS("""
                import os
                while True:
                    try: os.fork()
                    except OSError: pass
                """),
        EATS_MEMORY("x = []\nwhile True: x.append(bytearray(b'x') * (16 << 20))"),
        LEAVES_PROCESSES("""
                import subprocess
                for _ in range(20):
                    subprocess.Popen(['sh', '-c', 'trap "" TERM; while :; do :; done'], start_new_session=True)
                """);

        private final String source;

        Neighbour(String source) {
            this.source = source;
        }
    }

    private static DockerEngine engine;
    private static DockerSandbox sandbox;
    private static Duration alone;

    @BeforeAll
    static void work_alone() throws InterruptedException {
        engine = Engines.here();
        sandbox = Engines.open(engine, 2, Isolation.NAMESPACES);
        work(); // both boxes become warm in their own time
        alone = median(works());
    }

    @AfterAll
    static void close() {
        sandbox.close();
        engine.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_neighbour_changes_neither_the_verdict_nor_the_time_of_another_sample(Neighbour neighbour) throws Exception {
        var over = new AtomicBoolean();
        var nuisances = new AtomicInteger();
        var thread = Thread.ofPlatform().start(() -> beNoisy(neighbour, over, nuisances));
        List<Duration> beside;
        try {
            beside = works();
        } finally {
            over.set(true);
            thread.join();
        }
        assertThat(nuisances).hasPositiveValue();
        // Caches and the memory bus are shared: what is used is measured in a busy machine's time.
        assertThat(median(beside)).isLessThan(alone.multipliedBy(2));
    }

    private static void beNoisy(Neighbour neighbour, AtomicBoolean over, AtomicInteger nuisances) {
        try {
            while (!over.get()) {
                Programs.run(sandbox, Programs.script("noisy", neighbour.source, new byte[0], LIMITS));
                nuisances.incrementAndGet();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Duration> works() throws InterruptedException {
        var times = new ArrayList<Duration>();
        for (var i = 0; i < RUNS; i++) {
            times.add(work().usage().cpu());
        }
        return times;
    }

    private static RunOutcome work() throws InterruptedException {
        var run = Programs.run(sandbox, Programs.script("work", WORK, new byte[0], LIMITS));
        assertThat(run.ending()).as(run.stderr().text()).isEqualTo(new Ending.Exited(0));
        assertThat(run.stdout().text()).isEqualTo(EXPECTED);
        return run;
    }

    private static Duration median(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
