package dev.rlvr.grader.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import dev.rlvr.grader.model.ByteSize;
import dev.rlvr.grader.sandbox.CaseRun;
import dev.rlvr.grader.sandbox.FakeSandbox;
import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.Outcomes;
import dev.rlvr.grader.sandbox.Programs;
import dev.rlvr.grader.sandbox.RunOutcome;
import dev.rlvr.grader.sandbox.SandboxException;
import dev.rlvr.grader.sandbox.remote.JobWire;
import dev.rlvr.grader.sandbox.remote.JobWire.Line;
import dev.rlvr.grader.sandbox.remote.RemoteSandbox;
import dev.rlvr.grader.sandbox.remote.WorkerDirectory;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One worker is broken in some way, the other one is well: no outcome is lost, and none is made up. */
class BadWorkersTest {

    private static final String FIRST_CASE = text(new Line.Case(0, Outcomes.alone(Outcomes.printed("1"))));

    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer bad;
    private WorkerServer good;

    @BeforeEach
    void start() throws IOException {
        bad = HttpServer.create(Signed.anyPort(), 0);
        bad.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        good = new WorkerServer(
                new WorkerConfig(Signed.anyPort(), Signed.SECRET, 8, 0, ByteSize.mebibytes(1)),
                new FakeSandbox(run -> Outcomes.alone(Outcomes.printed(run.id()))));
    }

    @AfterEach
    void stop() {
        end.countDown();
        bad.stop(0);
        good.close();
    }

    private static String text(Line line) {
        return new String(JobWire.write(line), StandardCharsets.UTF_8);
    }

    private void answers(int status, String body, boolean thenStaysSilent) {
        bad.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            if (thenStaysSilent) {
                try {
                    end.await();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            }
            exchange.close();
        });
        bad.start();
    }

    private static RemoteSandbox remote(URI... workers) {
        return new RemoteSandbox(() -> List.of(workers), Signed.SECRET, Isolation.NAMESPACES, Duration.ofSeconds(3));
    }

    private void everyOutcomeIsRight(int times) throws InterruptedException {
        try (var sandbox = remote(Signed.address(bad.getAddress().getPort()), Signed.address(good.port()))) {
            for (var i = 0; i < times; i++) {
                assertThat(Programs.outcomes(sandbox, script("1"), script("2"), script("3")))
                        .extracting(outcome -> outcome.candidate().stdout().text())
                        .containsExactly("1", "2", "3");
            }
        }
    }

    private static CaseRun script(String id) {
        return Programs.script(id, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage\n",
                "{\"type\":\"other\"}\n",
                "{\"type\":\"done\"}\n",
                "{\"type\":\"failed\",\"reason\":\"no box\"}\n",
                "{\"type\":\"case\",\"index\":0}\n",
                "\n\n",
                ""
            })
    void a_worker_that_answers_nonsense_changes_nothing(String answer) throws InterruptedException {
        answers(200, answer, false);
        everyOutcomeIsRight(6);
    }

    @Test
    void what_a_worker_reported_before_it_was_lost_stays() throws InterruptedException {
        answers(200, FIRST_CASE, false);
        everyOutcomeIsRight(6);
    }

    @Test
    void a_case_that_is_reported_twice_is_refused() throws InterruptedException {
        answers(200, FIRST_CASE + FIRST_CASE, false);
        everyOutcomeIsRight(6);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 412, 413, 429, 500, 503})
    void a_worker_that_refuses_changes_nothing(int status) throws InterruptedException {
        answers(status, "no", false);
        everyOutcomeIsRight(6);
    }

    @Test
    void a_worker_that_does_not_listen_changes_nothing() throws InterruptedException {
        bad.start();
        var gone = Signed.address(bad.getAddress().getPort());
        bad.stop(0);
        try (var sandbox = remote(gone, Signed.address(good.port()))) {
            for (var i = 0; i < 6; i++) {
                assertThat(Programs.outcomes(sandbox, script("1"))).hasSize(1);
            }
        }
    }

    @Test
    void a_worker_that_falls_silent_is_given_up() throws InterruptedException {
        answers(200, FIRST_CASE, true);
        everyOutcomeIsRight(2);
    }

    /** As one does that is starved of CPU: it is alive, and gets nowhere. */
    @Test
    void a_worker_that_makes_no_progress_is_overtaken_by_another() throws InterruptedException {
        bad.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(200, 0);
                while (!end.await(500, TimeUnit.MILLISECONDS)) {
                    exchange.getResponseBody().write('\n');
                    exchange.getResponseBody().flush();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        bad.start();

        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> everyOutcomeIsRight(2));
    }

    /** The one worker there is has no place for 4 s, longer than the job waits for one that does not answer. */
    @Test
    void a_worker_that_has_too_much_to_do_is_waited_for() throws InterruptedException {
        var open = System.nanoTime() + Duration.ofSeconds(4).toNanos();
        bad.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                var full = System.nanoTime() < open;
                exchange.sendResponseHeaders(full ? 429 : 200, 0);
                exchange.getResponseBody()
                        .write((full ? "full" : FIRST_CASE + text(new Line.Done())).getBytes(StandardCharsets.UTF_8));
            }
        });
        bad.start();
        try (var sandbox = remote(Signed.address(bad.getAddress().getPort()))) {
            assertThat(Programs.run(sandbox, script("1")).stdout().text()).isEqualTo("1");
        }
    }

    @Test
    void a_worker_on_which_a_program_broke_its_sandbox_is_named_to_the_directory() throws InterruptedException {
        var broke = Outcomes.alone(Outcomes.run(new RunOutcome.Ending.BrokeSandbox(), "", "", ""));
        answers(200, text(new Line.Case(0, broke)) + text(new Line.Done()), false);
        var address = Signed.address(bad.getAddress().getPort());
        var violated = new ArrayList<URI>();
        var directory = new WorkerDirectory() {
            @Override
            public List<URI> workers() {
                return List.of(address);
            }

            @Override
            public void violated(URI worker) {
                violated.add(worker);
            }
        };
        try (var sandbox = new RemoteSandbox(directory, Signed.SECRET, Isolation.NAMESPACES, Duration.ofSeconds(3))) {
            assertThat(Programs.run(sandbox, script("1"))).isEqualTo(broke.candidate());
        }
        assertThat(violated).containsExactly(address);
    }

    @Test
    void without_a_good_worker_it_is_our_fault() {
        answers(200, "garbage\n", false);
        try (var sandbox = remote(Signed.address(bad.getAddress().getPort()))) {
            assertThatThrownBy(() -> Programs.run(sandbox, script("7")))
                    .isInstanceOf(SandboxException.class)
                    .hasMessageStartingWith("no worker ran case 7: http://127.0.0.1:");
        }
    }

    @Test
    void without_any_worker_it_is_our_fault() {
        try (var sandbox = remote()) {
            assertThatThrownBy(() -> Programs.run(sandbox, script("7")))
                    .isInstanceOf(SandboxException.class)
                    .hasMessage("no worker ran case 7: no worker is known");
        }
    }
}
