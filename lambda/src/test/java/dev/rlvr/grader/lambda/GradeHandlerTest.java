package dev.rlvr.grader.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rlvr.grader.model.Component;
import dev.rlvr.grader.model.Fault;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Sample;
import dev.rlvr.grader.model.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class GradeHandlerTest {

    private static final String ROW = "{\"id\":\"a\",\"completion\":\"x\",\"suite\":\"s\"}";

    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final GradeHandler handler = handler(GradeHandlerTest::half);

    private GradeHandler handler(LambdaGrader grader, String... environment) {
        var variables = new HashMap<String, String>();
        for (var i = 0; i < environment.length; i += 2) {
            variables.put(environment[i], environment[i + 1]);
        }
        var settings = Settings.of(variables);
        return new GradeHandler(settings, grader, new Log(lines::add, settings, InstantSource.system()));
    }

    private static Grade half(Sample sample) {
        return new Grade.Scored(
                sample.id(),
                sample.task(),
                0.5,
                Verdict.WRONG_ANSWER,
                List.of(new Component("correctness", 0.5, true), new Component("tests", 2, false)),
                List.of(),
                "raw",
                "namespaces",
                "");
    }

    private static LambdaGrader failing(Fault fault) {
        return sample -> new Grade.Ungraded(sample.id(), sample.task(), fault, "the reason");
    }

    /** Fails for the sample {@code b} only. */
    private static Grade failingB(Sample sample) {
        return sample.id().equals("b")
                ? new Grade.Ungraded(sample.id(), sample.task(), Fault.INFRASTRUCTURE, "no box")
                : half(sample);
    }

    private static String row(String id, String task) {
        return "{\"id\":\"" + id + "\",\"task_id\":\"" + task + "\",\"completion\":\"x\",\"suite\":\"s\"}";
    }

    @Test
    void a_row_says_what_part_of_the_reward_was_and_what_is_only_reported() throws IOException {
        assertThat(Invocation.of(handler, "[" + ROW + "]").toString()).isEqualTo("""
                        [{"id":"a","aggregate_reward_score":0.5,"metrics_list":[\
                        {"name":"correctness","value":0.5,"type":"Reward"},\
                        {"name":"tests","value":2.0,"type":"Metric"}]}]""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[%s]",
                "{\"body\":[%s]}",
                "{\"body\":{\"batch\":[%s]}}",
                "{\"input\":[%s]}",
                "{\"input\":{\"batch\":[%s]}}",
                "{\"batch\":[%s]}",
                "{\"trajectories\":[%s]}"
            })
    void samples_are_found_in_every_wrapping(String event) throws IOException {
        assertThat(Invocation.of(handler, event.formatted(ROW))).hasSize(1);
    }

    @Test
    void a_body_may_be_json_in_a_string() throws IOException {
        var body = "[" + ROW.replace("\"", "\\\"") + "]";

        assertThat(Invocation.of(handler, "{\"body\":\"" + body + "\"}")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "7", "null", "\"text\"", "{\"body\":{\"body\":{\"body\":{\"body\":{}}}}}"})
    void an_event_without_samples_is_refused(String event) {
        assertThatThrownBy(() -> Invocation.of(handler, event))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the event");
    }

    @Test
    void no_samples_get_no_rewards() throws IOException {
        assertThat(Invocation.of(handler, "[]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"text\"", "7", "7.5", "true", "\"\\ud800\""})
    void an_id_comes_back_as_it_came(String id) throws IOException {
        var event = "[" + ROW.replace("\"a\"", id) + "]";

        assertThat(Invocation.of(handler, event).path(0).path("id"))
                .isEqualTo(Invocation.json(id.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "null", "[]", "{}", "{\"id\":null}"})
    void a_row_that_cannot_be_read_gets_a_0_of_its_own(String row) throws IOException {
        var rewards = Invocation.of(handler, "[" + ROW + "," + row + "," + ROW + "]");

        assertThat(rewards.path(1).toString()).isEqualTo("""
                        {"id":"1","aggregate_reward_score":0.0,"metrics_list":[\
                        {"name":"suite_fault","value":1.0,"type":"Metric"},\
                        {"name":"input_fault","value":1.0,"type":"Metric"}]}""");
        assertThat(rewards.path(2).path("aggregate_reward_score").doubleValue()).isEqualTo(0.5);
    }

    @Test
    void broken_tests_are_0_and_say_so() throws IOException {
        assertThat(Invocation.of(handler(failing(Fault.SUITE)), "[" + ROW + "]").toString())
                .isEqualTo("""
                        [{"id":"a","aggregate_reward_score":0.0,"metrics_list":[\
                        {"name":"suite_fault","value":1.0,"type":"Metric"}]}]""");
    }

    @ParameterizedTest
    @EnumSource(names = {"SUITE", "INPUT"})
    void what_is_wrong_with_a_row_costs_the_lowest_reward_of_the_range(Fault fault) throws IOException {
        var reply = Invocation.of(handler(failing(fault), "REWARD_RANGE", "-1..1"), "[" + ROW + ",7]");

        assertThat(reply)
                .extracting(row -> row.path("aggregate_reward_score").doubleValue())
                .containsOnly(-1.0);
    }

    @Test
    void a_fault_of_ours_is_never_a_reward() {
        assertThatThrownBy(() -> Invocation.of(
                        handler(GradeHandlerTest::failingB), "[" + row("a", "t") + "," + row("b", "t") + "]"))
                .isInstanceOf(GradingFailed.class)
                .hasMessage("1 of 2 samples could not be graded; invoke again. The first reason: no box");
    }

    @Test
    void few_faults_of_ours_can_be_made_neutral_which_is_the_mean_of_the_other_completions() throws IOException {
        var lenient = handler(GradeHandlerTest::failingB, "INFRASTRUCTURE_FAULT_THRESHOLD", "0.5");

        assertThat(Invocation.of(lenient, "[" + row("a", "t") + "," + row("b", "t") + "]")
                        .path(1)
                        .toString())
                .isEqualTo("""
                        {"id":"b","aggregate_reward_score":0.5,"metrics_list":[\
                        {"name":"infra_error","value":1.0,"type":"Metric"}]}""");
        assertThatThrownBy(() -> Invocation.of(lenient, "[" + row("b", "t") + "]"))
                .isInstanceOf(GradingFailed.class);
    }

    @Test
    void without_other_completions_neutral_is_the_middle_of_the_range() throws IOException {
        var neutral =
                handler(GradeHandlerTest::failingB, "ON_INFRASTRUCTURE_FAULT", "neutral", "REWARD_RANGE", "-1..0");

        assertThat(Invocation.of(neutral, "[" + row("b", "t") + "," + row("a", "u") + "]")
                        .path(0)
                        .path("aggregate_reward_score")
                        .doubleValue())
                .isEqualTo(-0.5);
    }

    @Test
    void what_is_not_graded_in_time_is_stopped_and_a_fault_of_ours() throws InterruptedException {
        var stopped = new CountDownLatch(1);
        var slow = handler(
                sample -> {
                    try {
                        Thread.sleep(Duration.ofMinutes(1));
                    } catch (InterruptedException e) {
                        stopped.countDown();
                        throw e;
                    }
                    return half(sample);
                },
                "GRADING_SECONDS",
                "0.1");

        assertThatThrownBy(() -> Invocation.of(slow, "[" + ROW + "]"))
                .isInstanceOf(GradingFailed.class)
                .hasMessageEndingWith("The first reason: not graded within 100 ms");
        assertThat(stopped.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_grader_that_throws_is_a_fault_of_ours() {
        var broken = handler(_ -> {
            throw new IllegalStateException("a bug");
        });

        assertThatThrownBy(() -> Invocation.of(broken, "[" + ROW + "]"))
                .isInstanceOf(GradingFailed.class)
                .hasMessageContaining("a bug");
    }

    @Test
    void an_http_response_has_the_list_as_a_string() throws IOException {
        var response = Invocation.of(handler(failing(Fault.SUITE), "RESPONSE_STYLE", "http"), "[" + ROW + "]");

        assertThat(response.toString()).isEqualTo("""
                        {"statusCode":200,"headers":{"content-type":"application/json"},"body":"[\
                        {\\"id\\":\\"a\\",\\"aggregate_reward_score\\":0.0,\\"metrics_list\\":[\
                        {\\"name\\":\\"suite_fault\\",\\"value\\":1.0,\\"type\\":\\"Metric\\"}]}]"}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"requestContext\":{\"http\":{\"method\":\"OPTIONS\"}}}", "{\"httpMethod\":\"OPTIONS\"}"})
    void a_probe_is_answered(String event) throws IOException {
        assertThat(Invocation.of(handler, event).toString()).isEqualTo("{\"ok\":true}");
    }

    @Test
    void a_single_sample_needs_no_list() throws IOException {
        assertThat(Invocation.of(handler, ROW)).hasSize(1);
    }

    @Test
    void invocations_at_the_same_time_do_not_mix() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var replies = new ArrayList<Future<JsonNode>>();
            for (var i = 0; i < 200; i++) {
                var event = "[" + row("x" + i, "t") + "," + row("y" + i, "t") + "]";
                replies.add(threads.submit(() -> Invocation.of(handler, event)));
            }
            for (var i = 0; i < replies.size(); i++) {
                assertThat(replies.get(i).get())
                        .extracting(row -> row.path("id").stringValue())
                        .containsExactly("x" + i, "y" + i);
            }
        }
    }

    @Test
    void samples_are_graded_at_the_same_time_and_come_back_in_order() throws IOException {
        var all = new CyclicBarrier(64);
        var meeting = handler(sample -> {
            try {
                all.await(20, TimeUnit.SECONDS);
            } catch (BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException("not all samples are under way at once", e);
            }
            return half(sample);
        });
        var event = IntStream.range(0, 64)
                .mapToObj(i -> ROW.replace("\"a\"", "" + i))
                .collect(Collectors.joining(",", "[", "]"));

        assertThat(Invocation.of(meeting, event))
                .extracting(row -> row.path("id").intValue())
                .containsExactlyElementsOf(IntStream.range(0, 64).boxed().toList());
    }
}
