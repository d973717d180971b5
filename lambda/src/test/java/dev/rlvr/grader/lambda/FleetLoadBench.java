package dev.rlvr.grader.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.GraderBuilder;
import dev.rlvr.grader.fleet.EcsFleet;
import dev.rlvr.grader.fleet.EcsWorkers;
import dev.rlvr.grader.fleet.FakeEcs;
import dev.rlvr.grader.fleet.FleetName;
import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.remote.RemoteSandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * How much is in front of the workers: single samples, as HyperPod sends them, through the real handler, discovery and dispatch
 * to workers that take a fixed time. Everything is in one process on one machine: the trainer, the function, and up to 64
 * workers. No part of the build, as its figures are those of the machine: {@code ./mvnw -pl lambda -am verify
 * -Dit.test=FleetLoadBench -Dfailsafe.failIfNoSpecifiedTests=false}.
 */
class FleetLoadBench {

    private static final Duration SERVICE = Duration.ofMillis(200);
    private static final int PLACES = 2;

    private record Front(GradeHandler handler, FakeEcs ecs, SimulatedWorkers workers, AtomicInteger wrong)
            implements AutoCloseable {

        static Front to(int tasks) throws Exception {
            var workers = new SimulatedWorkers(SERVICE, PLACES);
            var ecs = new FakeEcs(workers);
            ecs.run(tasks);
            var client = ecs.client();
            var fleet = new EcsFleet(new FleetName(FakeEcs.CLUSTER, FakeEcs.SERVICE, workers.port()), () -> client);
            var sandbox = new RemoteSandbox(
                    new EcsWorkers(fleet),
                    "secret of the bench".getBytes(StandardCharsets.UTF_8),
                    Isolation.UID,
                    Duration.ofSeconds(30));
            var home = Path.of(System.getProperty("grader.home", "..")).toAbsolutePath();
            var grader = new GraderBuilder(home).sandbox(sandbox).build();
            var settings = Settings.of(Map.of());
            var log = new Log(_ -> {}, settings, InstantSource.system());
            return new Front(new GradeHandler(settings, grader::grade, log), ecs, workers, new AtomicInteger());
        }

        /** @return how long it took, in nanoseconds */
        long invoke(int sample) {
            var begun = System.nanoTime();
            try {
                var reply = Invocation.of(handler, event(sample));
                if (reply.path(0).path("aggregate_reward_score").asDouble() != 1) {
                    wrong.incrementAndGet();
                }
            } catch (IOException | RuntimeException e) {
                if (wrong.getAndIncrement() == 0) {
                    e.printStackTrace(System.out);
                }
            }
            return System.nanoTime() - begun;
        }

        @Override
        public void close() {
            ecs.close();
            workers.close();
        }
    }

    @Test
    void invocations_400_times_a_second_for_a_minute() throws Exception {
        try (var front = Front.to(64)) {
            atRate(front, 400, Duration.ofSeconds(20)); // the JVM is warm by then, as that of a busy function
            var took = atRate(front, 400, Duration.ofSeconds(60));
            var over = took.stream()
                    .mapToLong(nanos -> nanos - SERVICE.toNanos())
                    .sorted()
                    .toArray();
            System.out.printf(
                    "400 invocations/s for 60 s, 64 workers, service %d ms: %d invocations, %d errors;"
                            + " overhead of the front p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, max %.1f ms%n",
                    SERVICE.toMillis(),
                    over.length,
                    front.wrong().get(),
                    millis(over, 0.5),
                    millis(over, 0.9),
                    millis(over, 0.99),
                    millis(over, 0.999),
                    millis(over, 1));

            assertThat(front.wrong().get()).isZero();
            assertThat(millis(over, 0.99)).isLessThan(25);
        }
    }

    /** As many invocations under way as the workers have places and queues for. */
    @Test
    void throughput_grows_with_the_workers() throws Exception {
        var one = 0.0;
        for (var workers = 1; workers <= 64; workers *= 2) {
            try (var front = Front.to(workers)) {
                front.invoke(0); // finds the workers, and loads what that takes
                var rate = throughput(front, workers * PLACES * 2, Duration.ofSeconds(8));
                one = workers == 1 ? rate : one;
                System.out.printf(
                        "%d workers: %.1f samples/s, %.0f %% of linear, %d errors%n",
                        workers,
                        rate,
                        100 * rate / (one * workers),
                        front.wrong().get());
                assertThat(front.wrong().get()).isZero();
                assertThat(rate).isGreaterThan(0.85 * one * workers);
            }
        }
    }

    private static ConcurrentLinkedQueue<Long> atRate(Front front, int perSecond, Duration time) {
        var took = new ConcurrentLinkedQueue<Long>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = System.nanoTime();
            var many = (int) (perSecond * time.toSeconds());
            for (var i = 0; i < many; i++) {
                var due = begun + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                var sample = i;
                threads.execute(() -> took.add(front.invoke(sample)));
            }
        }
        return took;
    }

    private static double throughput(Front front, int atOnce, Duration time) throws InterruptedException {
        var done = new AtomicInteger();
        var places = new Semaphore(atOnce);
        var end = System.nanoTime() + time.toNanos();
        var warm = System.nanoTime() + time.toNanos() / 2;
        var before = 0;
        var measuredFrom = 0L;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; System.nanoTime() < end; i++) {
                places.acquire();
                if (measuredFrom == 0 && System.nanoTime() > warm) {
                    before = done.get();
                    measuredFrom = System.nanoTime();
                }
                var sample = i;
                threads.execute(() -> {
                    front.invoke(sample);
                    done.incrementAndGet();
                    places.release();
                });
            }
            return (done.get() - before) / ((System.nanoTime() - measuredFrom) / 1e9);
        }
    }

    private static String event(int sample) {
        return """
            [{"id":"s%d","messages":[{"role":"user","content":"Say it."},{"role":"assistant",\
            "content":"```python\\nprint(input())\\n```"}],"reference_answer":{"inputs":["7\\n"],"outputs":["7\\n"]}}]""".formatted(sample);
    }

    private static double millis(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
    }
}
