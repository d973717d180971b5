package dev.rlvr.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.fleet.EcsFleet;
import dev.rlvr.grader.fleet.FakeEcs;
import dev.rlvr.grader.fleet.TaskRunner;
import dev.rlvr.grader.sandbox.FakeSandbox;
import dev.rlvr.grader.server.FakeWorkers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import software.amazon.awssdk.services.ecs.EcsClient;

/** AWS's own client, an endpoint that speaks ECS's protocol, and workers that serve. */
class FleetCommandTest {

    private FakeWorkers workers;
    private FakeEcs ecs;
    private EcsClient client;

    @BeforeEach
    void start() throws IOException {
        workers = new FakeWorkers(FakeSandbox.printing(""));
        ecs = new FakeEcs(workers);
        client = ecs.client();
    }

    @AfterEach
    void stop() {
        client.close();
        ecs.close();
    }

    private record Ended(int code, String said) {}

    private Ended run(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var stream = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        var terminal = new Terminal(
                stream, stream, new Settings(Path.of("."), false, false, 120, true, 2, Path.of("/"), Map.of()));
        CommandLine line = FleetCommand.of(terminal, name -> new EcsFleet(name, () -> client));
        line.setExecutionExceptionHandler((failure, _, _) -> {
            stream.println(Failures.sentence(failure));
            return Failures.codeOf(failure).number();
        });
        var code = line.execute(arguments);
        return new Ended(code, bytes.toString(StandardCharsets.UTF_8));
    }

    private String fleet() {
        return "ecs://grader/workers:" + workers.port();
    }

    @Test
    void status_shows_the_service_and_what_every_worker_does() throws InterruptedException {
        ecs.run(2);
        ecs.scale(3);
        ecs.run(3);
        ecs.health(workers.ip(2), "UNHEALTHY");
        var status = run("status", fleet());

        assertThat(status.code()).isZero();
        assertThat(status.said())
                .startsWith(fleet() + ": ACTIVE, 3 of 3 running, 0 pending\n")
                .contains("running  healthy    " + workers.ip(1) + ":" + workers.port() + "  0 min  0 of at most 4")
                .contains("running  unhealthy  " + workers.ip(2) + ":" + workers.port() + "  0 min  -");
    }

    @Test
    void a_worker_that_cannot_be_reached_from_here_is_said_so() throws IOException, InterruptedException {
        try (var elsewhere = new FakeEcs(_ -> new TaskRunner.Address("127.0.0.1"))) {
            elsewhere.run(1);
            client.close();
            client = elsewhere.client();

            assertThat(run("status", "ecs://grader/workers:1").said()).contains("cannot be asked from here");
        }
    }

    @Test
    void scale_returns_when_all_workers_run_and_drain_when_none_is_left() {
        assertThat(run("scale", fleet(), "3"))
                .isEqualTo(new Ended(0, fleet() + ": ACTIVE, 3 of 3 running, 0 pending\n"));
        assertThat(run("drain", fleet())).isEqualTo(new Ended(0, fleet() + ": ACTIVE, 0 of 0 running, 0 pending\n"));
        assertThat(workers.ended()).isEqualTo(3);
    }

    @Test
    void what_ecs_refuses_is_a_sentence_and_no_success() {
        assertThat(run("scale", "ecs://grader/other", "1"))
                .satisfies(ended -> assertThat(ended.code()).isEqualTo(ExitCode.INFRASTRUCTURE.number()))
                .satisfies(ended -> assertThat(ended.said())
                        .startsWith("cannot scale ecs://grader/other:8080: Service not found."));
        assertThat(run("scale", fleet(), "-1").code()).isNotZero();
        assertThat(run("status", "grader").code()).isEqualTo(ExitCode.USAGE.number());
    }
}
