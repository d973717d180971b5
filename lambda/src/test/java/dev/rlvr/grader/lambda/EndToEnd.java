package dev.rlvr.grader.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.fleet.FakeEcs;
import dev.rlvr.grader.fleet.TaskRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Everything but AWS itself: its runtime client with the packaged function, the function's own ECS client as it is made from the
 * environment, an endpoint that speaks ECS's protocol, and workers.
 *
 * @param tasks what the workers are
 * @param port of the workers
 */
record EndToEnd(TaskRunner tasks, int port) {

    private static final int BATCH = 64;
    private static final long INVOCATION_MILLIS = 115_000;

    /** As Lambda starts the JVM. */
    private static final List<String> LAMBDA = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m");

    /** An execution environment, and the trainer that invokes it. */
    private record Function(RuntimeApi api, RuntimeClient client) {
        void stop() throws Exception {
            client.close();
            api.close();
        }
    }

    /** Each function gets a batch of 64, all at once. */
    void everyRewardIsRight(int workers, int functions) throws Exception {
        try (var ecs = new FakeEcs(tasks)) {
            ecs.pages(2);
            ecs.run(workers);
            ecs.throttle(2); // as happens when many functions start at once
            var started = new ArrayList<Function>();
            try {
                for (var i = 0; i < functions; i++) {
                    started.add(start(ecs));
                    // Two that start at once unpack the same native library over each other.
                    started.getLast().api().awaitInitialised();
                }
                grade(started);
            } finally {
                for (var function : started) {
                    function.stop();
                }
            }
            assertThat(ecs.requests()).contains("ListTasks", "DescribeTasks");
        }
    }

    private Function start(FakeEcs ecs) throws Exception {
        var environment = new HashMap<>(ecs.environment());
        var home = Path.of(System.getProperty("grader.home", "..")).toAbsolutePath();
        environment.put("GRADER_HOME", home.toString());
        environment.put("GRADER_WORKERS", "ecs://grader/workers:" + port);
        environment.put("GRADING_SECONDS", "110"); // this machine is small for so many
        environment.put("GRADER_WORKER_SECRET", WorkerProcesses.SECRET);
        var api = new RuntimeApi(INVOCATION_MILLIS);
        return new Function(api, RuntimeClient.start(api, environment, LAMBDA));
    }

    private static void grade(List<Function> functions) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var replies = new ArrayList<Future<byte[]>>();
            for (var i = 0; i < functions.size(); i++) {
                var api = functions.get(i).api();
                var batch = KnownRewards.batch(i * BATCH, BATCH);
                replies.add(threads.submit(() -> api.response(batch)));
            }
            for (var i = 0; i < functions.size(); i++) {
                KnownRewards.areIn(Invocation.json(replies.get(i).get()), i * BATCH, BATCH);
                assertThat(functions.get(i).client().output())
                        .contains("\"verdict\":\"ACCEPTED\"")
                        .doesNotContain("\"infra_error\":true", WorkerProcesses.SECRET);
            }
        }
    }
}
