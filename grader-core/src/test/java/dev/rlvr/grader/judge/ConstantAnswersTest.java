package dev.rlvr.grader.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.suite.SuiteReader;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConstantAnswersTest {

    private final ConstantAnswers answers = new ConstantAnswers();

    private static Suite suite(String mode, String cases) {
        return SuiteReader.read(
                "{\"suite\": 1, \"id\": \"s\", \"mode\": \"" + mode + "\"" + cases + "}", "test", "test");
    }

    @Test
    void the_answer_that_most_tests_share_is_among_them() {
        var suite = suite(
                "stdio",
                ", \"cases\": [{\"id\": \"a\", \"stdin\": \"1\", \"stdout\": \"maybe\\n\"},"
                        + " {\"id\": \"b\", \"stdin\": \"2\", \"stdout\": \"never\\n\"},"
                        + " {\"id\": \"c\", \"stdin\": \"3\", \"stdout\": \"maybe\\n\"}]");

        assertThat(answers.passed(suite)).containsExactlyInAnyOrder(Set.of("a", "c"), Set.of("b"));
    }

    @Test
    void a_lenient_checker_makes_a_constant_right_more_often() {
        var suite = suite(
                "stdio",
                ", \"checker\": {\"type\": \"floats\", \"absolute\": 0.5, \"relative\": 0},"
                        + " \"cases\": [{\"id\": \"a\", \"stdin\": \"1\", \"stdout\": \"0.2\"},"
                        + " {\"id\": \"b\", \"stdin\": \"2\", \"stdout\": \"-0.3\"}]");

        assertThat(answers.passed(suite)).contains(Set.of("a", "b"));
    }

    @Test
    void values_are_compared_as_values() {
        var suite = suite(
                "function",
                ", \"entry_point\": \"f\", \"cases\": ["
                        + "{\"id\": \"a\", \"args\": [1], \"expected\": true}, {\"id\": \"b\", \"args\": [2], \"expected\": false},"
                        + " {\"id\": \"c\", \"args\": [3], \"expected\": true}]");

        assertThat(answers.passed(suite)).contains(Set.of("a", "c"), Set.of("b"));
    }

    @Test
    void where_tests_are_code_nothing_is_known() {
        var suite = SuiteReader.read(
                "{\"task_id\": \"t\", \"prompt\": \"def f(x):\\n\", \"entry_point\": \"f\","
                        + " \"canonical_solution\": \"    return 1\\n\","
                        + " \"test\": \"def check(candidate):\\n    assert candidate(1) == 1\\n\"}",
                "test",
                "test");

        assertThat(answers.passed(suite)).isEmpty();
    }
}
