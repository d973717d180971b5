package dev.rlvr.grader.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.fleet.FakeEcs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Everything but AWS itself: its runtime client with the packaged function, the function's own ECS client as it is made from the
 * environment, an endpoint that speaks ECS's protocol, and tasks that are containers of the worker image.
 */
@Tag("docker")
class FleetDockerIT {

    private static final int FUNCTIONS = 12;
    private static final int BATCH = 64;
    private static final long INVOCATION_MILLIS = 60_000;

    /** As Lambda starts the JVM. */
    private static final List<String> LAMBDA = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m");

    /** An execution environment, and the trainer that invokes it. */
    private record Function(RuntimeApi api, RuntimeClient client) {
        static Function start(FakeEcs ecs) throws Exception {
            var environment = new HashMap<>(ecs.environment());
            var home = Path.of(System.getProperty("grader.home", "..")).toAbsolutePath();
            environment.put("GRADER_HOME", home.toString());
            environment.put("GRADER_WORKERS", "ecs://grader/workers:" + WorkerContainers.PORT);
            environment.put("GRADER_WORKER_SECRET", WorkerProcesses.SECRET);
            var api = new RuntimeApi(INVOCATION_MILLIS);
            return new Function(api, RuntimeClient.start(api, environment, LAMBDA));
        }

        void stop() throws Exception {
            client.close();
            api.close();
        }
    }

    @Test
    void batches_of_64_12_at_once_get_every_reward_right() throws Exception {
        try (var containers = WorkerContainers.build();
                var ecs = new FakeEcs(containers);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ecs.pages(2);
            ecs.run(3);
            ecs.throttle(2); // as happens when so many functions start at once
            var functions = new ArrayList<Function>();
            try {
                for (var i = 0; i < FUNCTIONS; i++) {
                    functions.add(Function.start(ecs));
                    // Two that start at once unpack the same native library over each other.
                    functions.getLast().api().awaitInitialised();
                }
                var replies = new ArrayList<Future<byte[]>>();
                for (var i = 0; i < FUNCTIONS; i++) {
                    var api = functions.get(i).api();
                    var batch = KnownRewards.batch(i * BATCH, BATCH);
                    replies.add(threads.submit(() -> api.response(batch)));
                }
                for (var i = 0; i < FUNCTIONS; i++) {
                    KnownRewards.areIn(Invocation.json(replies.get(i).get()), i * BATCH, BATCH);
                }
                for (var function : functions) {
                    assertThat(function.client().output())
                            .contains("\"verdict\":\"ACCEPTED\"")
                            .doesNotContain("\"infra_error\":true", WorkerProcesses.SECRET);
                }
            } finally {
                for (var function : functions) {
                    function.stop();
                }
            }
            assertThat(ecs.requests()).contains("ListTasks", "DescribeTasks");
        }
    }
}
