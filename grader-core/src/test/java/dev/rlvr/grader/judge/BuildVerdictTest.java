package dev.rlvr.grader.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.judge.VerdictRule.Decision;
import dev.rlvr.grader.model.Usage;
import dev.rlvr.grader.model.Verdict;
import dev.rlvr.grader.sandbox.Output;
import dev.rlvr.grader.sandbox.RunOutcome;
import dev.rlvr.grader.sandbox.RunOutcome.Ending;
import dev.rlvr.grader.sandbox.RunOutcome.Resource;
import dev.rlvr.grader.sandbox.RunOutcome.Traces;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BuildVerdictTest {

    private static Optional<Decision> failure(Ending ending, String stdout, String stderr) {
        var verdict = new BuildVerdict();
        verdict.decide(new RunOutcome(ending, output(stdout), output(stderr), Output.EMPTY, Usage.NONE, Traces.NONE));
        return verdict.failure();
    }

    private static Output output(String text) {
        return new Output(text.getBytes(StandardCharsets.UTF_8), false);
    }

    @Test
    void a_build_that_ends_well_decides_nothing() {
        assertThat(failure(new Ending.Exited(0), "", "warning")).isEmpty();
    }

    @Test
    void an_error_is_told_in_the_words_of_the_compiler_and_cut() {
        var decision = failure(new Ending.Exited(1), "", "a.c:1: no\n" + "x".repeat(5000))
                .orElseThrow();
        assertThat(decision.verdict()).isEqualTo(Verdict.COMPILE_ERROR);
        assertThat(decision.note()).startsWith("a.c:1: no; xxx").hasSizeLessThan(400);
    }

    @Test
    void a_compiler_may_complain_on_stdout() {
        assertThat(failure(new Ending.Exited(1), "no", "")).contains(Decision.of(Verdict.COMPILE_ERROR, "no"));
    }

    @ParameterizedTest
    @EnumSource
    void a_build_over_a_limit_is_an_error_of_the_program(Resource resource) {
        assertThat(failure(new Ending.LimitExceeded(resource), "", "")
                        .orElseThrow()
                        .verdict())
                .isEqualTo(Verdict.COMPILE_ERROR);
    }

    @Test
    void a_build_that_breaks_the_sandbox_does_not_pay() {
        assertThat(failure(new Ending.BrokeSandbox(), "", "").orElseThrow().verdict())
                .isEqualTo(Verdict.SANDBOX_CRASH);
    }
}
