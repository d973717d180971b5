package dev.rlvr.grader.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rlvr.grader.model.ByteSize;
import dev.rlvr.grader.sandbox.FakeSandbox;
import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.JobContract;
import dev.rlvr.grader.sandbox.JobListener;
import dev.rlvr.grader.sandbox.Outcomes;
import dev.rlvr.grader.sandbox.Programs;
import dev.rlvr.grader.sandbox.Sandbox;
import dev.rlvr.grader.sandbox.SandboxException;
import dev.rlvr.grader.sandbox.remote.JobWire;
import dev.rlvr.grader.sandbox.remote.RemoteSandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A worker and who asks it, with a connection between them and no process. */
@Timeout(60)
class WorkerServerTest implements JobContract {

    private final Held held = new Held(new FakeSandbox(run -> Outcomes.alone(Outcomes.printed(run.id()))));
    private WorkerServer server;
    private RemoteSandbox sandbox;

    /** Lets jobs wait at the door until they may go on. */
    private record Held(Sandbox inner, CountDownLatch begun, CountDownLatch may) implements Sandbox {
        Held(Sandbox inner) {
            this(inner, new CountDownLatch(1), new CountDownLatch(1));
        }

        @Override
        public void execute(Job job, JobListener listener) throws InterruptedException {
            if (job.toolchain().equals("slow")) {
                begun.countDown();
                may.await();
            }
            inner.execute(job, listener);
        }

        @Override
        public Isolation isolation() {
            return Isolation.UID;
        }

        @Override
        public void close() {
            inner.close();
        }
    }

    private static final byte[] SLOW = JobWire.write(new Job("slow", List.of()));

    @BeforeEach
    void start() throws IOException {
        server =
                new WorkerServer(new WorkerConfig(Signed.anyPort(), Signed.SECRET, 20, 0, ByteSize.mebibytes(1)), held);
        sandbox = remote(Isolation.UID, Signed.SECRET);
    }

    @AfterEach
    void stop() {
        sandbox.close();
        server.close();
    }

    private RemoteSandbox remote(Isolation level, byte[] secret) {
        return new RemoteSandbox(() -> List.of(Signed.address(server.port())), secret, level, Duration.ofSeconds(5));
    }

    @Override
    public Sandbox sandbox() {
        return sandbox;
    }

    @Test
    void a_request_that_is_not_signed_with_the_secret_is_refused() throws Exception {
        var other = "some other secret".getBytes(StandardCharsets.UTF_8);
        var reply = Signed.post(
                server.port(), Signed.NO_CASES, Signed.signature(other, Signed.NO_CASES, Instant.now(), "n"));

        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(reply.body()).contains("the signature is wrong");
    }

    @Test
    void a_request_without_a_signature_is_refused() throws Exception {
        var reply = Signed.get(server.port(), "/v1/jobs");

        assertThat(reply.statusCode()).isEqualTo(405);
    }

    @Test
    void a_request_that_is_sent_again_is_refused() throws Exception {
        var signature = Signed.signature(Signed.SECRET, Signed.NO_CASES, Instant.now(), "once");
        assertThat(Signed.post(server.port(), Signed.NO_CASES, signature).statusCode())
                .isEqualTo(200);

        var again = Signed.post(server.port(), Signed.NO_CASES, signature);
        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(again.body()).contains("made before");
    }

    @Test
    void an_old_request_is_refused() throws Exception {
        var old = Instant.now().minus(Duration.ofMinutes(2));
        var reply =
                Signed.post(server.port(), Signed.NO_CASES, Signed.signature(Signed.SECRET, Signed.NO_CASES, old, "n"));

        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(reply.body()).contains("set the clocks");
    }

    @Test
    void another_body_than_the_signed_one_is_refused() throws Exception {
        var reply =
                Signed.post(server.port(), SLOW, Signed.signature(Signed.SECRET, Signed.NO_CASES, Instant.now(), "n"));

        assertThat(reply.statusCode()).isEqualTo(401);
    }

    @Test
    void what_is_no_job_is_refused_and_what_is_too_large_as_well() throws Exception {
        assertThat(Signed.post(server.port(), new byte[] {'{'}, "1").statusCode())
                .isEqualTo(400);
        assertThat(Signed.post(server.port(), new byte[(1 << 20) + 1], "2").statusCode())
                .isEqualTo(413);
    }

    @Test
    void a_full_worker_says_when_to_come_back() throws Exception {
        try (var full = new WorkerServer(
                        new WorkerConfig(Signed.anyPort(), Signed.SECRET, 1, 0, ByteSize.mebibytes(1)), held);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> Signed.post(full.port(), SLOW, "1"));
            held.begun().await();
            var second = Signed.post(full.port(), Signed.NO_CASES, "2");

            assertThat(second.statusCode()).isEqualTo(429);
            assertThat(second.headers().firstValue("Retry-After")).contains("1");
            held.may().countDown();
            assertThat(first.get().body().strip()).isEqualTo("{\"type\":\"done\"}");
            assertThat(Signed.post(full.port(), Signed.NO_CASES, "3").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_draining_worker_ends_what_it_has_and_takes_nothing_new() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = threads.submit(() -> Signed.post(server.port(), SLOW, "1"));
            held.begun().await();
            assertThat(server.drain(Duration.ofMillis(10))).isFalse();

            assertThat(Signed.post(server.port(), Signed.NO_CASES, "2").statusCode())
                    .isEqualTo(503);
            assertThat(Signed.get(server.port(), "/ready").statusCode()).isEqualTo(503);
            assertThat(Signed.get(server.port(), "/health").statusCode()).isEqualTo(200);
            held.may().countDown();
            assertThat(running.get().statusCode()).isEqualTo(200);
            assertThat(server.drain(Duration.ofSeconds(20))).isTrue();
        }
    }

    @Test
    void a_worker_says_what_it_offers() throws Exception {
        assertThat(Signed.get(server.port(), "/ready").body().strip())
                .isEqualTo("{\"isolation\":\"UID\",\"jobs\":0,\"most\":20}");
    }

    @Test
    void a_worker_with_too_weak_an_isolation_is_not_taken() {
        try (var strict = remote(Isolation.NAMESPACES, Signed.SECRET)) {
            assertThatThrownBy(() -> Programs.run(strict, Programs.script("1", "")))
                    .isInstanceOf(SandboxException.class)
                    .hasMessageContaining("this worker runs at level UID, below NAMESPACES");
        }
    }

    @Test
    void a_job_that_nobody_waits_for_any_more_is_stopped() throws Exception {
        var stopped = new CountDownLatch(1);
        var caller = Thread.ofVirtual().start(() -> {
            try {
                sandbox.execute(new Job("slow", List.of(Programs.script("1", ""))), (_, _) -> true);
            } catch (InterruptedException _) {
                stopped.countDown();
            }
        });
        held.begun().await();
        caller.interrupt();

        assertThat(stopped.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(server.drain(Duration.ofSeconds(20))).isTrue();
    }
}
