package dev.rlvr.grader.server;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * How much a worker has to do, in CloudWatch's embedded metric format: what a fleet is scaled by. The service is the only
 * dimension, so that the average is that of its workers.
 */
public final class WorkerMetrics implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Thread thread;

    private WorkerMetrics(Thread thread) {
        this.thread = thread;
    }

    /**
     * Writes a line now and then, until it is closed.
     *
     * @param service the name of the service
     * @param jobs how many there are
     */
    public static WorkerMetrics write(String service, IntSupplier jobs, Consumer<String> lines) {
        var clock = InstantSource.system();
        return new WorkerMetrics(Thread.ofVirtual().name("worker-metrics").start(() -> {
            try {
                while (true) {
                    lines.accept(line(service, jobs.getAsInt(), clock.millis()));
                    Thread.sleep(EVERY);
                }
            } catch (InterruptedException _) {
                // The worker ends.
            }
        }));
    }

    static String line(String service, int jobs, long millis) {
        var metric = Map.of(
                "Namespace", "RlvrGrader",
                "Dimensions", List.of(List.of("Service")),
                "Metrics", List.of(Map.of("Name", "WorkerJobs", "Unit", "Count")));
        return JSON.writeValueAsString(Map.of(
                "_aws", Map.of("Timestamp", millis, "CloudWatchMetrics", List.of(metric)),
                "Service", service,
                "WorkerJobs", jobs));
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
