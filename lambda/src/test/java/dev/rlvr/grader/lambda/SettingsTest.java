package dev.rlvr.grader.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rlvr.grader.fleet.EcsWorkers;
import dev.rlvr.grader.reward.RewardConfig;
import dev.rlvr.grader.reward.RewardConfig.Range;
import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.remote.DnsWorkers;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void nothing_has_to_be_set() {
        var settings = Settings.of(Map.of("PATH", "/bin", "RESPONSE_STYLE", ""));

        assertThat(settings.home()).isEqualTo(Path.of("/opt/grader"));
        assertThat(settings.suites()).isEqualTo(new SuitePlace.Nowhere());
        assertThat(settings.policy().config()).isEqualTo(RewardConfig.DEFAULT);
        assertThat(settings.style()).isEqualTo(ResponseStyle.LIST);
        assertThat(settings.faults()).isEqualTo(new FaultPolicy(0));
        assertThat(settings.limit()).isEqualTo(Duration.ofSeconds(50));
        assertThat(settings.margin()).isEqualTo(Duration.ofMillis(1500));
        assertThat(settings.faultDetails()).isFalse();
    }

    @Test
    void everything_can_be_set() {
        var settings = Settings.of(Map.of(
                "GRADER_HOME", "/home",
                "GRADER_SUITES", "/a, /b",
                "GRADER_POLICY", "{\"pass_threshold\": 0.5}",
                "REWARD_RANGE", "-1..1",
                "RESPONSE_STYLE", "http",
                "ON_INFRASTRUCTURE_FAULT", "fail",
                "INFRASTRUCTURE_FAULT_THRESHOLD", "0.1",
                "GRADING_SECONDS", "20",
                "MARGIN_SECONDS", "3",
                "LOG_FAULT_DETAILS", "true"));

        assertThat(settings.home()).isEqualTo(Path.of("/home"));
        assertThat(settings.suites()).isEqualTo(new SuitePlace.Files(List.of(Path.of("/a"), Path.of("/b"))));
        assertThat(settings.policy().config().passThreshold()).isEqualTo(0.5);
        assertThat(settings.policy().config().range()).isEqualTo(new Range(-1, 1));
        assertThat(settings.style()).isEqualTo(ResponseStyle.HTTP);
        assertThat(settings.faults()).isEqualTo(new FaultPolicy(0.1));
        assertThat(settings.limit()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.margin()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.faultDetails()).isTrue();
    }

    @Test
    void programs_run_here_unless_there_are_workers() {
        assertThat(Settings.of(Map.of()).runs()).isEqualTo(new RunPlace.Here());
        assertThat(Settings.of(Map.of(
                                "GRADER_WORKERS", "http://10.0.0.7:8080, http://10.0.0.8:8080",
                                "GRADER_WORKER_SECRET", "the secret",
                                "GRADER_MIN_ISOLATION", "namespaces",
                                "WORKER_PATIENCE_SECONDS", "5"))
                        .runs())
                .isEqualTo(new RunPlace.Workers(
                        new RunPlace.Fixed(
                                List.of(URI.create("http://10.0.0.7:8080"), URI.create("http://10.0.0.8:8080"))),
                        "the secret",
                        Isolation.NAMESPACES,
                        Duration.ofSeconds(5)));
        assertThat(Settings.of(Map.of("GRADER_WORKERS", "dns://workers:8080", "GRADER_WORKER_SECRET", "the secret"))
                        .runs())
                .isInstanceOfSatisfying(RunPlace.Workers.class, workers -> {
                    assertThat(workers.directory()).isInstanceOf(DnsWorkers.class);
                    assertThat(workers.isolation()).isEqualTo(Isolation.UID);
                    assertThat(workers.patience()).isEqualTo(Duration.ofSeconds(30));
                    assertThat(workers.toString()).doesNotContain("the secret");
                });
    }

    @Test
    void workers_can_be_the_tasks_of_an_ecs_service() {
        assertThat(Settings.of(Map.of("GRADER_WORKERS", "ecs://c/s:9000", "GRADER_WORKER_SECRET", "the secret"))
                        .runs())
                .isInstanceOfSatisfying(
                        RunPlace.Workers.class,
                        workers -> assertThat(workers.directory())
                                .isInstanceOf(EcsWorkers.class)
                                .hasToString("ecs://c/s:9000"));
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.7", "ecs://cluster", "ecs://c/s:0", "dns://workers", "ftp://a:1", "''"})
    void workers_have_addresses(String text) {
        var environment = Map.of("GRADER_WORKERS", text + ",", "GRADER_WORKER_SECRET", "the secret");
        assertThatThrownBy(() -> Settings.of(environment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the environment variable GRADER_WORKERS: must name ");
    }

    @Test
    void faults_can_be_neutral_altogether() {
        assertThat(Settings.of(Map.of("ON_INFRASTRUCTURE_FAULT", "neutral")).faults())
                .isEqualTo(FaultPolicy.NEUTRAL);
    }

    @ParameterizedTest
    @CsvSource({"s3://b,b,''", "s3://b/,b,''", "s3://b/p/q,b,p/q/", "s3://b/p/,b,p/"})
    void suites_can_be_in_a_bucket(String text, String bucket, String prefix) {
        assertThat(SuitePlace.of(text)).isEqualTo(new SuitePlace.Bucket(bucket, prefix));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    RESPONSE_STYLE                 | json    | must be one of [list, http], not json
                    ON_INFRASTRUCTURE_FAULT        | retry   | must be one of [fail, neutral], not retry
                    INFRASTRUCTURE_FAULT_THRESHOLD | 2       | must lie in 0..1, not 2.0
                    INFRASTRUCTURE_FAULT_THRESHOLD | x       | For input string: "x"
                    REWARD_RANGE                   | 1       | must be two numbers with two dots between them
                    REWARD_RANGE                   | 1..-1   | min must be below max
                    GRADING_SECONDS                | -1      | must lie in 0..900 seconds, not -1
                    MARGIN_SECONDS                 | NaN     | must lie in 0..900 seconds, not NaN
                    LOG_FAULT_DETAILS              | yes     | must be true or false, not yes
                    GRADER_POLICY                  | {"x":1} | x
                    GRADER_POLICY                  | /none   | cannot read the policy /none
                    GRADER_SUITES                  | s3:///x | must name a bucket
                    GRADER_MIN_ISOLATION           | vm      | must be one of [uid, namespaces], not vm
                    WORKER_PATIENCE_SECONDS        | x       | For input string: "x"
                    """)
    void what_cannot_be_used_is_named(String variable, String value, String problem) {
        assertThatThrownBy(() -> Settings.of(
                        Map.of("GRADER_WORKERS", "http://a:1", "GRADER_WORKER_SECRET", "the secret", variable, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the environment variable " + variable + ": ")
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource({"60000,50000", "30000,28500", "1000,0"})
    void grading_takes_no_longer_than_is_set_and_leaves_time_to_answer(long leftMillis, long withinMillis) {
        assertThat(Settings.of(Map.of()).within(Duration.ofMillis(leftMillis)))
                .isEqualTo(Duration.ofMillis(withinMillis));
    }
}
