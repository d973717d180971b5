package dev.rlvr.grader.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WorkerMetricsTest {

    @Test
    void a_line_is_a_metric_of_the_service() {
        var line = JsonMapper.builder().build().readTree(WorkerMetrics.line("grader-workers", 3, 1_800_000_000_000L));
        var directive = line.path("_aws").path("CloudWatchMetrics").path(0);

        assertThat(line.path("_aws").path("Timestamp").asLong()).isEqualTo(1_800_000_000_000L);
        assertThat(directive.path("Namespace").asString()).isEqualTo("RlvrGrader");
        assertThat(directive.path("Dimensions").toString()).isEqualTo("[[\"Service\"]]");
        assertThat(directive.path("Metrics").path(0).path("Name").asString()).isEqualTo("WorkerJobs");
        assertThat(line.path("Service").asString()).isEqualTo("grader-workers");
        assertThat(line.path("WorkerJobs").asInt()).isEqualTo(3);
    }

    @Test
    void the_first_line_comes_at_once_so_that_a_new_worker_counts() throws InterruptedException {
        var lines = new LinkedBlockingQueue<String>();
        try (var _ = WorkerMetrics.write("s", () -> 1, lines::add)) {
            assertThat(lines.poll(5, TimeUnit.SECONDS)).contains("\"WorkerJobs\":1");
        }
    }
}
