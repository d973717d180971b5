package dev.rlvr.grader.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.Programs;
import dev.rlvr.grader.sandbox.Sandbox;
import dev.rlvr.grader.sandbox.SandboxContract;
import dev.rlvr.grader.sandbox.remote.RemoteSandbox;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real workers, each a process of its own, held to the contract of all backends. */
class WorkerIT implements SandboxContract {

    private static WorkerProcess worker;
    private static RemoteSandbox sandbox;

    @BeforeAll
    static void start() throws IOException {
        worker = WorkerProcess.start();
        sandbox = remote(worker.address());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
        worker.close();
    }

    private static RemoteSandbox remote(URI... workers) {
        return new RemoteSandbox(() -> List.of(workers), Signed.SECRET, Isolation.NAMESPACES, Duration.ofSeconds(30));
    }

    @Override
    public Sandbox sandbox() {
        return sandbox;
    }

    /** Two cases; when the first one was reported, something happens to the worker that runs the second. */
    private static void survives(Signal signal) throws Exception {
        try (var one = WorkerProcess.start();
                var other = WorkerProcess.start();
                var both = remote(one.address(), other.address());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = new CountDownLatch(8);
            var slow = Programs.script("2", "import time\ntime.sleep(1.5)\nprint(2, end='')");
            var jobs = IntStream.range(0, 8)
                    .mapToObj(_ -> threads.submit(() -> {
                        begun.countDown();
                        return Programs.outcomes(both, Programs.script("1", "print(1, end='')"), slow);
                    }))
                    .toList();
            begun.await();
            Thread.sleep(1000);
            signal.send(one);
            for (var job : jobs) {
                assertThat(job.get())
                        .extracting(outcome -> outcome.candidate().stdout().text())
                        .containsExactly("1", "2");
            }
        }
    }

    private interface Signal {
        void send(WorkerProcess worker) throws Exception;
    }

    @Test
    void a_killed_worker_loses_no_outcome() throws Exception {
        survives(WorkerProcess::kill);
    }

    @Test
    void a_frozen_worker_loses_no_outcome() throws Exception {
        survives(WorkerProcess::freeze);
    }

    @Test
    void no_process_below_a_worker_has_its_credentials() throws Exception {
        var seen = Programs.run(sandbox, Programs.script("1", """
                import os
                print(dict(os.environ))
                for pid in filter(str.isdigit, os.listdir('/proc')):
                    try: print(open(f'/proc/{pid}/environ').read())
                    except OSError: pass
                """));

        assertThat(seen.stdout().text()).doesNotContain("a credential", "169.254.170.2", "a secret of the tests");
        assertThat(worker.environmentsBelow())
                .isNotEmpty()
                .noneMatch(environment -> environment.contains("a credential")
                        || environment.contains("169.254.170.2")
                        || environment.contains("a secret of the tests"));
    }

    @Test
    void a_worker_that_is_asked_to_end_ends_its_jobs_first() throws Exception {
        try (var ending = WorkerProcess.start();
                var alone = remote(ending.address());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var job = threads.submit(() -> Programs.run(
                    alone,
                    Programs.script("1", "import time\ntime.sleep(2)\nprint('over')", new byte[0], Limits.DEFAULT)));
            while (!Signed.get(ending.address().getPort(), "/ready").body().contains("\"jobs\":1")) {
                Thread.sleep(20);
            }
            ending.askToEnd();

            assertThat(job.get().stdout().text()).isEqualTo("over\n");
            assertThat(ending.exitCode()).isEqualTo(0);
        }
    }
}
