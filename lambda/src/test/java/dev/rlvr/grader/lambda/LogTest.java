package dev.rlvr.grader.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.lambda.Batch.Graded;
import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.Component;
import dev.rlvr.grader.model.Fault;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<String> lines = new ArrayList<>();

    private void write(Map<String, String> environment, Grade... grades) {
        var settings = Settings.of(environment);
        var graded = IntStream.range(0, grades.length)
                .mapToObj(i -> new Graded(grades[i], Duration.ofMillis(100L * (i + 1))))
                .toList();
        var rows = IntStream.range(0, grades.length)
                .<JsonNode>mapToObj(_ -> JSON.createObjectNode())
                .toList();
        var range = settings.policy().config().range();
        new Log(lines::add, settings, () -> Instant.ofEpochMilli(1_760_000_000_000L))
                .write(new Invocation(), graded, Replies.of(rows, List.of(grades), range));
    }

    private JsonNode metrics() {
        return JSON.readTree(lines.getLast());
    }

    private static Grade scored(String id, String task, double reward) {
        return new Grade.Scored(
                id,
                task,
                reward,
                reward == 1 ? Verdict.ACCEPTED : Verdict.WRONG_ANSWER,
                List.of(new Component("correctness", reward, true), new Component("tests_total", 4, false)),
                List.of(CaseResult.notRun("1", Verdict.WRONG_ANSWER, "expected 42")),
                "raw",
                "namespaces",
                "expected 42");
    }

    private static Grade ungraded(Fault fault) {
        return new Grade.Ungraded("a", "42", fault, "no suite is named 42");
    }

    @Test
    void a_sample_is_one_line() {
        write(Map.of(), scored("a", "sums/1", 0.25));

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).isEqualTo("""
                        {"id":"a","aggregate_reward_score":0.25,"correctness":0.25,"tests_total":4.0,\
                        "verdict":"WRONG_ANSWER","infra_error":false,"duration_ms":100,\
                        "group":"0674444c3a15fc69","request_id":"request"}""");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"SUITE", "INPUT"})
    void a_line_says_nothing_of_the_tests_unless_asked_to(Fault fault) {
        write(Map.of(), scored("a", "42", 1), ungraded(fault));
        assertThat(lines).noneMatch(line -> line.contains("42\""));
        assertThat(lines.get(1)).contains("\"verdict\":\"UNGRADED\",\"fault\":\"" + fault + "\"");

        write(Map.of("LOG_FAULT_DETAILS", "true"), ungraded(fault));
        assertThat(lines.get(3)).contains("\"reason\":\"no suite is named 42\"");
    }

    @Test
    void a_fault_of_ours_has_a_reason_and_no_reward() {
        write(Map.of(), new Grade.Ungraded("a", "t", Fault.INFRASTRUCTURE, "no box"));

        assertThat(lines.getFirst())
                .contains("\"infra_error\":true", "\"reason\":\"no box\"")
                .doesNotContain("aggregate_reward_score");
    }

    @Test
    void an_invocation_is_one_document_of_metrics() {
        write(Map.of(), scored("a", "t", 1), scored("b", "t", 0), scored("c", "u", 0.5), ungraded(Fault.SUITE));

        assertThat(metrics().toString()).isEqualTo("""
                        {"_aws":{"Timestamp":1760000000000,"CloudWatchMetrics":[{"Namespace":"RlvrGrader",\
                        "Dimensions":[["FunctionName"]],"Metrics":[\
                        {"Name":"Samples","Unit":"Count"},{"Name":"InfrastructureFaults","Unit":"Count"},\
                        {"Name":"SuiteFaults","Unit":"Count"},{"Name":"InputFaults","Unit":"Count"},\
                        {"Name":"Verdict_ACCEPTED","Unit":"Count"},{"Name":"Verdict_WRONG_ANSWER","Unit":"Count"},\
                        {"Name":"LowestRewards","Unit":"Count"},\
                        {"Name":"RewardMean","Unit":"None"},{"Name":"RewardGroupDeviation","Unit":"None"},\
                        {"Name":"CorrectnessMean","Unit":"None"},{"Name":"CorrectnessGroupDeviation","Unit":"None"},\
                        {"Name":"SampleMs","Unit":"Milliseconds"}]}]},\
                        "FunctionName":"SageMaker-grader","RequestId":"request","Samples":4.0,\
                        "InfrastructureFaults":0.0,"SuiteFaults":1.0,"InputFaults":0.0,"Verdict_ACCEPTED":1.0,\
                        "Verdict_WRONG_ANSWER":2.0,"LowestRewards":2.0,"RewardMean":0.5,\
                        "RewardGroupDeviation":0.5,"CorrectnessMean":0.5,"CorrectnessGroupDeviation":0.5,\
                        "SampleMs":[100.0,200.0,300.0,400.0]}""");
    }

    @Test
    void the_format_takes_at_most_a_hundred_values_so_they_are_picked_evenly() {
        write(
                Map.of(),
                IntStream.range(0, 250).mapToObj(i -> scored("" + i, "t", 1)).toArray(Grade[]::new));

        var values = metrics().path("SampleMs");
        assertThat(values).hasSize(100);
        assertThat(values.get(0).doubleValue()).isEqualTo(100);
        assertThat(values.get(99).doubleValue()).isEqualTo(25_000);
    }

    @Test
    void an_invocation_without_samples_has_metrics_all_the_same() {
        write(Map.of());

        assertThat(metrics().path("Samples").doubleValue()).isZero();
        assertThat(metrics().has("SampleMs")).isFalse();
    }

    @Test
    void a_neutral_reward_counts_neither_in_the_mean_nor_as_one_of_the_lowest() {
        write(
                Map.of("REWARD_RANGE", "0..1"),
                scored("a", "t", 0),
                new Grade.Ungraded("b", "t", Fault.INFRASTRUCTURE, "no box"));

        assertThat(metrics().path("LowestRewards").doubleValue()).isEqualTo(1);
        assertThat(metrics().path("InfrastructureFaults").doubleValue()).isEqualTo(1);
        assertThat(metrics().path("RewardMean").doubleValue()).isZero();
    }
}
