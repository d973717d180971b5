package dev.rlvr.grader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.Fault;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Sample;
import dev.rlvr.grader.model.Sample.SuiteRef;
import dev.rlvr.grader.model.Verdict;
import dev.rlvr.grader.sandbox.CaseRun;
import dev.rlvr.grader.sandbox.FakeSandbox;
import dev.rlvr.grader.sandbox.Outcomes;
import dev.rlvr.grader.sandbox.SandboxException;
import dev.rlvr.grader.suite.SuiteRepository;
import dev.rlvr.grader.suite.SuiteUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole pipeline but for the running: no process is started. */
class GraderTest {

    private static final String DOUBLE = "{\"test_cases\":[{\"input\":\"21\",\"output\":\"42\"}]}";
    private static final String TWO_TESTS =
            "{\"test_cases\":[{\"input\":\"21\",\"output\":\"42\"},{\"input\":\"5\",\"output\":\"10\"}]}";
    private static final String CODE = "```python\nprint(2 * int(input()))\n```";

    private static Grade grade(FakeSandbox sandbox, String completion, SuiteRef suite) throws InterruptedException {
        try (var grader = new GraderBuilder(HOME).sandbox(sandbox).build()) {
            return grader.grade(new Sample("id", "task", completion, suite));
        }
    }

    /** Where the folders of languages are. */
    private static final Path HOME = Path.of(System.getProperty("grader.home", ".."));

    private static Grade grade(FakeSandbox sandbox, String completion, String suite) throws InterruptedException {
        return grade(sandbox, completion, new SuiteRef.Inline(suite));
    }

    private static FakeSandbox failing(RuntimeException failure) {
        return new FakeSandbox(_ -> {
            throw failure;
        });
    }

    @Test
    void what_passes_every_test_earns_the_whole_reward() throws InterruptedException {
        assertThat(grade(FakeSandbox.printing("42\n"), CODE, DOUBLE))
                .isInstanceOfSatisfying(Grade.Scored.class, scored -> {
                    assertThat(scored.reward()).isEqualTo(1.0);
                    assertThat(scored.verdict()).isEqualTo(Verdict.ACCEPTED);
                    assertThat(scored.isolation()).isEqualTo("namespaces");
                });
    }

    @Test
    void what_passes_half_of_the_tests_earns_half() throws InterruptedException {
        assertThat(grade(FakeSandbox.printing("42\n"), CODE, TWO_TESTS))
                .isInstanceOfSatisfying(Grade.Scored.class, scored -> {
                    assertThat(scored.reward()).isEqualTo(0.5);
                    assertThat(scored.verdict()).isEqualTo(Verdict.WRONG_ANSWER);
                });
    }

    @Test
    void a_store_that_cannot_be_asked_is_our_fault_and_a_suite_it_does_not_have_is_not() throws InterruptedException {
        var suites = SuiteRepository.empty().or(name -> {
            if (name.equals("unknown")) {
                return Optional.empty();
            }
            throw new SuiteUnavailable("the store is down", new IOException());
        });
        try (var grader = new GraderBuilder(HOME)
                .suites(suites)
                .sandbox(FakeSandbox.printing("42\n"))
                .build()) {
            assertThat(grader.grade(new Sample("id", "task", CODE, new SuiteRef.Named("known"))))
                    .isEqualTo(new Grade.Ungraded("id", "task", Fault.INFRASTRUCTURE, "the store is down"));
            assertThat(grader.grade(new Sample("id", "task", CODE, new SuiteRef.Named("unknown"))))
                    .isInstanceOfSatisfying(
                            Grade.Ungraded.class,
                            ungraded -> assertThat(ungraded.fault()).isEqualTo(Fault.SUITE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "I do not know.", "<think>```python\nprint(42)\n```"})
    void a_completion_without_code_scores_nothing_and_runs_nothing(String completion) throws InterruptedException {
        var sandbox = FakeSandbox.printing("42\n");
        assertThat(grade(sandbox, completion, TWO_TESTS)).isInstanceOfSatisfying(Grade.Scored.class, scored -> {
            assertThat(scored.reward()).isZero();
            assertThat(scored.verdict()).isEqualTo(Verdict.NO_CODE);
            assertThat(scored.isolation()).isEmpty();
            assertThat(scored.cases())
                    .extracting(CaseResult::verdict)
                    .containsOnly(Verdict.NO_CODE)
                    .hasSize(2);
        });
        assertThat(sandbox.jobs()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"test_cases\":[]}",
                "{\"test_cases\":7}",
                "{\"inputs\":[\"1\"],\"outputs\":[]}",
            })
    void an_unusable_suite_gives_no_reward_and_runs_nothing(String suite) throws InterruptedException {
        var sandbox = FakeSandbox.printing("42\n");
        assertUngraded(grade(sandbox, CODE, suite), Fault.SUITE, "");
        assertThat(sandbox.jobs()).isEmpty();
    }

    @Test
    void a_suite_that_is_not_there_gives_no_reward() throws InterruptedException {
        var sandbox = FakeSandbox.printing("42\n");
        assertUngraded(grade(sandbox, CODE, new SuiteRef.Named("lost")), Fault.SUITE, "lost");
        assertUngraded(grade(sandbox, CODE, new SuiteRef.Missing("row 3 names no suite")), Fault.SUITE, "row 3");
        assertThat(sandbox.jobs()).isEmpty();
    }

    @Test
    void tests_that_turn_out_to_be_broken_give_no_reward() throws InterruptedException {
        var sandbox = new FakeSandbox(_ -> Outcomes.judged(
                Outcomes.printed(""),
                Outcomes.reported("{\"result\":\"error\",\"by\":\"suite\",\"message\":\"no module named x\"}")));
        var suite = "{\"test_list\":[\"assert f(1) == 1\"]}";
        assertUngraded(grade(sandbox, "```python\ndef f(x): return x\n```", suite), Fault.SUITE, "no module named x");
    }

    @Test
    void a_sandbox_that_fails_gives_no_reward() throws InterruptedException {
        var sandbox = failing(new SandboxException("the machine is on fire", false));
        assertUngraded(grade(sandbox, CODE, DOUBLE), Fault.INFRASTRUCTURE, "the machine is on fire");
    }

    @Test
    void a_bug_of_ours_gives_no_reward() throws InterruptedException {
        var sandbox = failing(new IndexOutOfBoundsException(7));
        assertUngraded(grade(sandbox, CODE, DOUBLE), Fault.INFRASTRUCTURE, "internal error");
    }

    @Test
    void a_sandbox_that_fails_half_way_gives_no_partial_reward() throws InterruptedException {
        var sandbox = new FakeSandbox(run -> {
            if (new String(run.candidate().stdin(), StandardCharsets.UTF_8).startsWith("5")) {
                throw new SandboxException("no boxes left", true);
            }
            return Outcomes.alone(Outcomes.printed("42"));
        });
        assertUngraded(grade(sandbox, CODE, TWO_TESTS), Fault.INFRASTRUCTURE, "no boxes left");
    }

    @ParameterizedTest
    @ValueSource(strings = {"```cobol\nDISPLAY 42.\n```", "I do not know."})
    void a_language_without_toolchain_gives_no_reward(String completion) throws InterruptedException {
        var suite = "{\"language\":\"cobol\",\"test_cases\":[{\"input\":\"21\",\"output\":\"42\"}]}";
        assertUngraded(grade(FakeSandbox.printing("42"), completion, suite), Fault.SUITE, "`cobol`");
    }

    @Test
    void a_prelude_that_does_not_exist_gives_no_reward() throws InterruptedException {
        var suite = """
                {"suite": 1, "id": "s", "mode": "stdio", "setup": "#grader:prelude lost",
                 "cases": [{"stdin": "21", "stdout": "42"}]}""";
        assertUngraded(grade(FakeSandbox.printing("42"), CODE, suite), Fault.SUITE, "`lost`");
    }

    @Test
    void an_interrupted_caller_gets_no_grade() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> grade(FakeSandbox.printing("42"), CODE, DOUBLE))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void expected_outputs_stay_outside_of_the_sandbox() throws InterruptedException {
        var sandbox = FakeSandbox.printing("");
        grade(sandbox, CODE, "{\"test_cases\":[{\"input\":\"21\",\"output\":\"a secret answer\"}]}");
        var sent = sandbox.jobs().getFirst().cases().stream()
                .map(CaseRun::candidate)
                .flatMap(run -> Stream.concat(
                        Stream.of(run.stdin()), run.files().stream().map(file -> file.content())))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        assertThat(sent).contains("21", "int(input())").doesNotContain("secret");
    }

    @Test
    void closing_the_grader_closes_its_sandbox() throws InterruptedException {
        var sandbox = FakeSandbox.printing("");
        new GraderBuilder(HOME).sandbox(sandbox).build().close();
        assertThat(sandbox.closed()).isTrue();
    }

    private static void assertUngraded(Grade grade, Fault fault, String reason) {
        assertThat(grade).isInstanceOfSatisfying(Grade.Ungraded.class, ungraded -> {
            assertThat(ungraded.id()).isEqualTo("id");
            assertThat(ungraded.fault()).isEqualTo(fault);
            assertThat(ungraded.reason()).contains(reason);
        });
    }
}
