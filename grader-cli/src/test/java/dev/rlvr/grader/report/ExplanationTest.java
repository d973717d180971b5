package dev.rlvr.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.extract.Extraction;
import dev.rlvr.grader.model.Fault;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Sample;
import dev.rlvr.grader.model.Submission;
import dev.rlvr.grader.model.Verdict;
import dev.rlvr.grader.testing.Grades;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    @Test
    void a_score_is_explained_from_the_code_to_the_reward() {
        var grade = Grades.scored("a", "adding", Verdict.WRONG_ANSWER, 0.25, Duration.ofMillis(4));
        var found = new Extraction.Found(new Submission("python", "a = 1\nprint(a)\033\n"), "fence:last", false);

        assertThat(explained(grade, found)).isEqualTo("""
                sample a, task adding, suite sum
                verdict WRONG_ANSWER, reward 0.250, isolation namespaces

                tests
                  1  WRONG_ANSWER  4.0 ms cpu  8.0 ms wall  9.0 MiB
                      expected 3, got 4

                how the reward came about
                  correctness   0.250  takes part in the reward
                  tests_passed  0.250  is only reported
                  reward        0.250  weighted by the policy, kept in its range

                code, found by fence:last
                   1  a = 1
                   2  print(a)?
                """);
    }

    @Test
    void what_was_not_graded_says_whose_fault_that_is() {
        var grade = Grades.ungraded("a", Fault.INFRASTRUCTURE);

        assertThat(explained(grade, new Extraction.NotFound("there is no code block")))
                .contains("ungraded: the grader could not run it", "  there is a reason\n")
                .endsWith("no code was found: there is no code block\n");
    }

    private static String explained(Grade grade, Extraction extraction) {
        var bytes = new ByteArrayOutputStream();
        var sample = new Sample("a", "adding", "text", Grades.sample("a", "").suite());
        var explanation = new Explanation(sample, grade, Ink.PLAIN, 100);
        var out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        explanation.print(out);
        explanation.print(extraction, out);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
