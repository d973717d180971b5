package dev.rlvr.grader.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.rlvr.grader.language.LanguageRegistry;
import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.CheckerSpec;
import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.model.Mode;
import dev.rlvr.grader.model.ScoringSpec;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.model.TestCase.Check;
import dev.rlvr.grader.model.TestGroup;
import dev.rlvr.grader.model.Verdict;
import dev.rlvr.grader.plan.Planner;
import dev.rlvr.grader.plan.Preludes;
import dev.rlvr.grader.plan.ValidatorPlanner;
import dev.rlvr.grader.sandbox.CaseOutcome;
import dev.rlvr.grader.sandbox.CaseRun;
import dev.rlvr.grader.sandbox.FakeSandbox;
import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.Outcomes;
import dev.rlvr.grader.sandbox.ProgramRun;
import dev.rlvr.grader.sandbox.ProgramRun.Runner;
import dev.rlvr.grader.sandbox.RunOutcome.Ending;
import dev.rlvr.grader.sandbox.SandboxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final CaseOutcome RIGHT = Outcomes.alone(Outcomes.printed("42"));
    private static final CaseOutcome WRONG = Outcomes.alone(Outcomes.printed("43"));
    private static final CaseOutcome DOES_NOT_COMPILE =
            Outcomes.alone(Outcomes.complained("SyntaxError: invalid syntax"));
    private static final CaseOutcome BREAKS = Outcomes.alone(Outcomes.run(new Ending.BrokeSandbox(), "", "", ""));

    /** Tests a, b and c, each of which wants 42. */
    private static final Path LANGUAGES = Path.of("../sandbox-images/languages");

    private static final ValidatorPlanner VALIDATORS =
            new Planner(LanguageRegistry.load(LANGUAGES), new Preludes(LANGUAGES), new Random(1)).validators();
    private static final Suite SUITE = suite(CheckerSpec.TOKENS, new Check.Stdio("", "42"));

    private static Suite suite(CheckerSpec checker, Check check) {
        return new Suite(
                "s",
                "python",
                new Mode.Stdio(),
                "",
                "",
                "",
                List.of(new TestGroup("all", 1)),
                List.of(
                        new TestCase("a", "all", 1, check),
                        new TestCase("b", "all", 1, check),
                        new TestCase("c", "all", 1, check)),
                Limits.DEFAULT,
                checker,
                ScoringSpec.FRACTION);
    }

    private static Job job() {
        var run = new ProgramRun(Runner.SCRIPT, List.of(), List.of(), new byte[0], Limits.DEFAULT);
        return new Job("python", List.of(CaseRun.of("a", run), CaseRun.of("b", run), CaseRun.of("c", run)));
    }

    private static FakeSandbox answering(CaseOutcome a, CaseOutcome b, CaseOutcome c) {
        var script = Map.of("a", a, "b", b, "c", c);
        return new FakeSandbox(run -> script.getOrDefault(run.id(), RIGHT));
    }

    private static List<Verdict> verdicts(FakeSandbox sandbox, ScoringSpec scoring) throws InterruptedException {
        return new Judge(sandbox, VALIDATORS)
                .judge(SUITE, scoring, job()).stream().map(CaseResult::verdict).toList();
    }

    @Test
    void every_test_has_a_result_in_order() throws InterruptedException {
        var results = new Judge(answering(RIGHT, WRONG, RIGHT), VALIDATORS).judge(SUITE, ScoringSpec.FRACTION, job());
        assertThat(results)
                .extracting(CaseResult::id, CaseResult::passed)
                .containsExactly(tuple("a", true), tuple("b", false), tuple("c", true));
    }

    @Test
    void nothing_runs_after_the_first_failure_where_all_or_nothing_counts() throws InterruptedException {
        var sandbox = answering(RIGHT, WRONG, RIGHT);
        assertThat(verdicts(sandbox, new ScoringSpec.AllOrNothing()))
                .containsExactly(Verdict.ACCEPTED, Verdict.WRONG_ANSWER, Verdict.SKIPPED);
        assertThat(sandbox.started()).containsExactly("a", "b");
    }

    @Test
    void partial_credit_runs_every_test_whatever_fails() throws InterruptedException {
        var sandbox = answering(WRONG, WRONG, RIGHT);
        assertThat(verdicts(sandbox, ScoringSpec.FRACTION))
                .containsExactly(Verdict.WRONG_ANSWER, Verdict.WRONG_ANSWER, Verdict.ACCEPTED);
    }

    @Test
    void what_does_not_compile_is_run_once_and_fails_every_test() throws InterruptedException {
        var sandbox = answering(DOES_NOT_COMPILE, RIGHT, RIGHT);
        assertThat(verdicts(sandbox, ScoringSpec.FRACTION))
                .containsOnly(Verdict.COMPILE_ERROR)
                .hasSize(3);
        assertThat(sandbox.started()).containsExactly("a");
    }

    @Test
    void what_breaks_the_sandbox_is_not_run_again() throws InterruptedException {
        var sandbox = answering(RIGHT, BREAKS, RIGHT);
        assertThat(verdicts(sandbox, ScoringSpec.FRACTION))
                .containsExactly(Verdict.ACCEPTED, Verdict.SANDBOX_CRASH, Verdict.SANDBOX_CRASH);
        assertThat(sandbox.started()).containsExactly("a", "b");
    }

    @Test
    void a_broken_expected_value_ends_the_job_and_nobody_gets_a_result() {
        var sandbox = new FakeSandbox(_ -> Outcomes.alone(Outcomes.reported("{\"ok\":42}")));
        var suite = suite(CheckerSpec.JSON, new Check.Call("[]", "{\"a\":"));
        assertThatThrownBy(() -> new Judge(sandbox, VALIDATORS).judge(suite, ScoringSpec.FRACTION, job()))
                .isInstanceOf(SuiteFault.class)
                .hasMessageContaining("expected value");
        assertThat(sandbox.started()).containsExactly("a");
    }

    @Test
    void a_failing_sandbox_is_not_turned_into_results() {
        var sandbox = new FakeSandbox(_ -> {
            throw new SandboxException("no boxes left", true);
        });
        assertThatThrownBy(() -> new Judge(sandbox, VALIDATORS).judge(SUITE, ScoringSpec.FRACTION, job()))
                .isInstanceOf(SandboxException.class)
                .hasMessage("no boxes left");
    }
}
