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
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradeHandlerTest {

    private static final String ROW = "{\"id\":\"a\",\"completion\":\"x\",\"suite\":\"s\"}";

    private final GradeHandler handler = new GradeHandler(GradeHandlerTest::half);

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

    private static GradeHandler failing(Fault fault) {
        return new GradeHandler(sample -> new Grade.Ungraded(sample.id(), "", fault, "the reason"));
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
        assertThat(Invocation.of(failing(Fault.SUITE), "[" + ROW + "]").toString())
                .isEqualTo("""
                        [{"id":"a","aggregate_reward_score":0.0,"metrics_list":[\
                        {"name":"suite_fault","value":1.0,"type":"Metric"}]}]""");
    }

    @Test
    void a_fault_of_ours_is_never_a_reward() {
        var mixed = new GradeHandler(sample -> sample.id().equals("a")
                ? half(sample)
                : new Grade.Ungraded(sample.id(), "", Fault.INFRASTRUCTURE, "no box"));

        assertThatThrownBy(() -> Invocation.of(mixed, "[" + ROW + "," + ROW.replace("\"a\"", "\"b\"") + "]"))
                .isInstanceOf(GradingFailed.class)
                .hasMessage("1 of 2 samples could not be graded; invoke again. The first reason: no box");
    }

    @Test
    void samples_are_graded_at_the_same_time_and_come_back_in_order() throws IOException {
        var all = new CyclicBarrier(64);
        var meeting = new GradeHandler(sample -> {
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
