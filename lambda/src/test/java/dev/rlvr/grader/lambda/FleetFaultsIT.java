package dev.rlvr.grader.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.rlvr.grader.GraderBuilder;
import dev.rlvr.grader.fleet.EcsFleet;
import dev.rlvr.grader.fleet.EcsWorkers;
import dev.rlvr.grader.fleet.FakeEcs;
import dev.rlvr.grader.fleet.FleetName;
import dev.rlvr.grader.fleet.TaskRunner;
import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.remote.RemoteSandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;
import tools.jackson.databind.JsonNode;

/**
 * The handler, AWS's own ECS client, an endpoint that speaks ECS's protocol, and workers that are processes and break: no
 * reward is wrong, none is lost, and what cannot be graded fails the invocation.
 */
class FleetFaultsIT {

    private static final int BATCH = 32;

    private final List<String> log = new CopyOnWriteArrayList<>();
    private WorkerProcesses workers;
    private FakeEcs ecs;
    private EcsClient client;
    private GradeHandler handler;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        workers = new WorkerProcesses();
        ecs = new FakeEcs(workers);
        client = ecs.client();
        handler = handler(Duration.ofSeconds(30));
    }

    @AfterEach
    void stop() {
        workers.close();
        ecs.close();
        client.close();
    }

    private GradeHandler handler(Duration patience) throws InterruptedException {
        var settings = Settings.of(Map.of());
        var fleet = new EcsFleet(new FleetName(FakeEcs.CLUSTER, FakeEcs.SERVICE, workers.port()), () -> client);
        var sandbox = new RemoteSandbox(
                new EcsWorkers(fleet),
                WorkerProcesses.SECRET.getBytes(StandardCharsets.UTF_8),
                Isolation.UID,
                patience);
        var home = Path.of(System.getProperty("grader.home", "..")).toAbsolutePath();
        var grader = new GraderBuilder(home).sandbox(sandbox).build();
        return new GradeHandler(settings, grader::grade, new Log(log::add, settings, InstantSource.system()));
    }

    /** What happens while batches are graded. */
    private interface Event {
        void happen() throws Exception;
    }

    private void everyRewardIsRight(int batches, Event event) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = new CountDownLatch(batches);
            var replies = new java.util.ArrayList<Future<JsonNode>>();
            for (var i = 0; i < batches; i++) {
                var first = i * BATCH;
                replies.add(threads.submit(() -> {
                    begun.countDown();
                    return Invocation.of(handler, KnownRewards.batch(first, BATCH));
                }));
            }
            begun.await();
            event.happen();
            for (var i = 0; i < batches; i++) {
                KnownRewards.areIn(replies.get(i).get(), i * BATCH, BATCH);
            }
        }
        assertThat(log).noneMatch(line -> line.contains("\"infra_error\":true"));
    }

    @Test
    void a_killed_worker_costs_nobody_a_reward() throws Exception {
        ecs.run(2);
        everyRewardIsRight(2, () -> {
            Thread.sleep(300);
            workers.workers().getFirst().kill();
        });
    }

    @Test
    void a_frozen_worker_costs_nobody_a_reward() throws Exception {
        ecs.run(2);
        everyRewardIsRight(2, () -> {
            Thread.sleep(300);
            workers.workers().getFirst().signal("STOP");
        });
    }

    @Test
    void a_worker_that_runs_one_tenth_of_the_time_costs_nobody_a_reward() throws Exception {
        ecs.run(2);
        var slow = workers.workers().getFirst();
        var over = new AtomicBoolean();
        var brake = Thread.ofVirtual().start(() -> {
            try {
                while (!over.get()) {
                    slow.signal("STOP");
                    Thread.sleep(90);
                    slow.signal("CONT");
                    Thread.sleep(10);
                }
            } catch (IOException | InterruptedException _) {
                over.set(true);
            }
        });
        everyRewardIsRight(1, () -> {});
        over.set(true);
        brake.join();
    }

    @Test
    void while_ecs_throttles_the_workers_that_are_known_go_on() throws Exception {
        ecs.run(1);
        everyRewardIsRight(1, () -> {});
        ecs.throttle(1_000_000);
        everyRewardIsRight(2, () -> {});
    }

    @Test
    void a_task_that_answers_garbage_costs_nobody_a_reward() throws Exception {
        var garbage = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), workers.port()), 0);
        garbage.createContext("/", exchange -> {
            try (exchange) {
                var answer =
                        "{\"type\":\"case\",\"index\":0,\"outcome\":\"reward: 1\"}\n".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        garbage.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        garbage.start();
        try (var mixed = new FakeEcs(id -> id.endsWith("1") ? new TaskRunner.Address("127.0.0.1") : workers.start(id));
                var mixedClient = mixed.client()) {
            mixed.run(1);
            client = mixedClient;
            handler = handler(Duration.ofSeconds(2));
            assertThatThrownBy(() -> Invocation.of(handler, KnownRewards.batch(0, 5)))
                    .isInstanceOf(GradingFailed.class)
                    .hasMessageContaining("could not be graded")
                    .hasMessageContaining("no worker ran case");
            log.clear();
            mixed.run(2);
            handler = handler(Duration.ofSeconds(30));
            everyRewardIsRight(2, () -> {});
        } finally {
            garbage.stop(0);
        }
    }

    @Test
    void without_an_answer_of_ecs_the_invocation_fails_and_says_why() throws InterruptedException {
        ecs.run(1);
        ecs.throttle(1_000_000);
        handler = handler(Duration.ofSeconds(1));

        assertThatThrownBy(() -> Invocation.of(handler, KnownRewards.batch(0, 5)))
                .isInstanceOf(GradingFailed.class)
                .hasMessageContaining(
                        "cannot list the tasks of ecs://grader/workers:" + workers.port() + ": Rate exceeded");
        assertThat(log).anyMatch(line -> line.contains("\"fault\":\"INFRASTRUCTURE\""));
    }
}
