package dev.rlvr.grader.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;

/** AWS's own client, and an endpoint that speaks ECS's protocol. */
class EcsWorkersTest {

    private static final FleetName NAME = FleetName.parse("ecs://grader/workers");

    private final AtomicInteger addresses = new AtomicInteger();
    private final List<Runnable> background = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private FakeEcs ecs;
    private EcsClient client;

    @BeforeEach
    void start() throws IOException {
        ecs = new FakeEcs(_ -> new TaskRunner.Address("10.0.0." + addresses.incrementAndGet()));
        client = ecs.client();
    }

    @AfterEach
    void stop() {
        client.close();
        ecs.close();
    }

    private EcsWorkers workers() {
        return workers(NAME);
    }

    private EcsWorkers workers(FleetName name) {
        return new EcsWorkers(new EcsFleet(name, () -> client), () -> now, new Random(7), background::add);
    }

    private void inTheBackground() {
        background.forEach(Runnable::run);
        background.clear();
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private static URI worker(int number) {
        return URI.create("http://10.0.0." + number + ":8080");
    }

    private long asked(String operation) {
        return ecs.requests().stream().filter(operation::equals).count();
    }

    @Test
    void every_task_that_runs_is_a_worker_however_many_pages_they_fill() throws InterruptedException {
        ecs.pages(7);
        ecs.run(230);

        assertThat(workers().workers()).hasSize(230).doesNotHaveDuplicates().contains(worker(1), worker(230));
        assertThat(asked("ListTasks")).isEqualTo(33);
        assertThat(asked("DescribeTasks")).isEqualTo(3);
    }

    @Test
    void a_task_that_does_not_run_yet_or_is_unhealthy_is_none() throws Exception {
        var gate = new CountDownLatch(1);
        try (var slow = new FakeEcs(id -> {
                    if (id.endsWith("3")) {
                        gate.await();
                    }
                    return new TaskRunner.Address("10.0.0." + id.charAt(id.length() - 1));
                });
                var slowClient = slow.client()) {
            slow.run(2);
            slow.scale(3);
            slow.health("10.0.0.2", "UNHEALTHY");
            var workers =
                    new EcsWorkers(new EcsFleet(NAME, () -> slowClient), () -> now, new Random(7), background::add);

            assertThat(workers.workers()).containsExactly(worker(1));
            gate.countDown();
        }
    }

    @Test
    void an_answer_is_used_for_half_a_minute_and_renewed_while_the_old_one_is_still_used() throws InterruptedException {
        ecs.run(1);
        var workers = workers();
        workers.workers();
        ecs.run(2);
        pass(Duration.ofSeconds(23));
        assertThat(workers.workers()).hasSize(1);
        assertThat(background).isEmpty();

        pass(Duration.ofSeconds(14));
        assertThat(workers.workers()).hasSize(1);
        inTheBackground();
        assertThat(workers.workers()).hasSize(2);
        assertThat(asked("ListTasks")).isEqualTo(2);
    }

    @Test
    void functions_do_not_ask_all_at_once() throws InterruptedException {
        ecs.run(1);
        var renewing = new ArrayList<Long>();
        for (var seed = 0; seed < 20; seed++) {
            now = Instant.EPOCH;
            var workers = new EcsWorkers(
                    new EcsFleet(NAME, () -> client), () -> now, new SplittableRandom(seed), background::add);
            while (background.isEmpty()) {
                workers.workers();
                pass(Duration.ofSeconds(1));
            }
            background.clear();
            renewing.add(now.getEpochSecond());
        }
        assertThat(renewing.stream().distinct()).hasSizeGreaterThan(5);
        assertThat(renewing).allMatch(second -> second >= 24 && second <= 38);
    }

    @Test
    void an_answer_from_before_a_freeze_is_renewed_before_it_is_used() throws InterruptedException {
        ecs.run(1);
        var workers = workers();
        workers.workers();
        ecs.run(2);
        pass(Duration.ofHours(1));

        assertThat(workers.workers()).hasSize(2);
    }

    @Test
    void while_ecs_throttles_what_is_known_is_used_and_ecs_is_asked_ever_more_rarely() throws InterruptedException {
        ecs.run(2);
        var workers = workers();
        workers.workers();
        ecs.throttle(1000);
        for (var second = 0; second < 600; second++) {
            pass(Duration.ofSeconds(1));
            assertThat(workers.workers()).hasSize(2);
            inTheBackground();
        }
        assertThat(asked("ListTasks")).isBetween(12L, 22L);

        ecs.throttle(0);
        ecs.run(3);
        pass(Duration.ofSeconds(60));
        assertThat(workers.workers()).hasSize(3);
    }

    @Test
    void without_any_answer_there_are_no_workers_and_the_reason_is_known() {
        ecs.throttle(1);
        var workers = workers();

        assertThat(workers.workers()).isEmpty();
        assertThat(workers.whyNone()).startsWith("cannot list the tasks of ecs://grader/workers:8080: Rate exceeded");
        pass(Duration.ofSeconds(4));
        assertThat(workers.workers()).isEmpty();
        assertThat(workers.whyNone())
                .isEqualTo("ecs://grader/workers:8080 has no task that runs: of 0 none is RUNNING and healthy with an"
                        + " address");
    }

    @Test
    void a_service_that_does_not_exist_is_named() {
        var workers = workers(new FleetName("grader", "other", 8080));

        assertThat(workers.workers()).isEmpty();
        assertThat(workers.whyNone()).contains("ecs://grader/other:8080", "Service not found");
    }

    @Test
    void after_the_loss_of_a_worker_ecs_is_asked_soon_but_not_for_each_loss() throws InterruptedException {
        ecs.run(2);
        var workers = workers();
        workers.workers();
        for (var i = 0; i < 50; i++) {
            workers.lost(worker(1));
            workers.workers();
        }
        assertThat(background).isEmpty();

        pass(Duration.ofSeconds(4));
        workers.workers();
        inTheBackground();
        assertThat(asked("ListTasks")).isEqualTo(2);
    }

    @Test
    void a_worker_on_which_a_program_broke_out_gets_no_more_jobs_and_is_replaced() throws InterruptedException {
        ecs.run(3);
        var workers = workers();
        workers.workers();
        workers.violated(worker(2));
        workers.violated(worker(2));

        assertThat(workers.workers()).doesNotContain(worker(2)).hasSize(2);
        inTheBackground();
        assertThat(asked("StopTask")).isEqualTo(1);
        ecs.run(3);
        pass(Duration.ofSeconds(40));
        workers.workers();
        inTheBackground();
        assertThat(workers.workers()).hasSize(3).doesNotContain(worker(2)).contains(worker(4));
    }

    @Test
    void breaking_out_on_every_worker_does_not_stop_the_grading_of_others() throws InterruptedException {
        ecs.run(3);
        var workers = workers();
        workers.workers().forEach(workers::violated);

        assertThat(workers.workers()).hasSize(1);
    }

    @Test
    void a_fleet_is_scaled_and_waited_for() throws InterruptedException {
        var fleet = new EcsFleet(NAME, () -> client);
        fleet.scale(3);
        fleet.awaitStable(Duration.ofSeconds(10), Duration.ofMillis(20));

        assertThat(fleet.state()).isEqualTo(new FleetState("ACTIVE", 3, 3, 0, 1));
        assertThat(fleet.tasks()).hasSize(3).allMatch(WorkerTask::usable);
        fleet.scale(0);
        fleet.awaitStable(Duration.ofSeconds(10), Duration.ofMillis(20));
        assertThat(fleet.tasks()).isEmpty();
    }

    @Test
    void a_fleet_that_does_not_get_stable_in_time_is_said_so() throws IOException {
        var never = new CountDownLatch(1);
        try (var slow = new FakeEcs(_ -> {
                    never.await();
                    return new TaskRunner.Address("10.0.0.1");
                });
                var slowClient = slow.client()) {
            var fleet = new EcsFleet(NAME, () -> slowClient);
            fleet.scale(1);

            assertThatThrownBy(() -> fleet.awaitStable(Duration.ofMillis(200), Duration.ofMillis(20)))
                    .isInstanceOf(FleetException.class)
                    .hasMessageStartingWith("cannot wait for ecs://grader/workers:8080: ");
            never.countDown();
        }
    }

    @Test
    void a_service_that_does_not_exist_has_no_state() {
        var fleet = new EcsFleet(new FleetName("grader", "other", 8080), () -> client);

        assertThatThrownBy(fleet::state)
                .isInstanceOf(FleetException.class)
                .hasMessage("there is no service other in the cluster grader; check both names and the region");
    }
}
