package dev.rlvr.grader.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rlvr.grader.check.Checkers;
import dev.rlvr.grader.model.CheckerSpec;
import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.model.TestCase.Check;
import dev.rlvr.grader.model.Usage;
import dev.rlvr.grader.model.Verdict;
import dev.rlvr.grader.sandbox.CaseOutcome;
import dev.rlvr.grader.sandbox.CaseRun;
import dev.rlvr.grader.sandbox.Outcomes;
import dev.rlvr.grader.sandbox.Output;
import dev.rlvr.grader.sandbox.ProgramRun;
import dev.rlvr.grader.sandbox.ProgramRun.Runner;
import dev.rlvr.grader.sandbox.RunOutcome;
import dev.rlvr.grader.sandbox.RunOutcome.Ending;
import dev.rlvr.grader.sandbox.RunOutcome.Resource;
import dev.rlvr.grader.sandbox.RunOutcome.Traces;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictRuleTest {

    private static final Check STDIO = new Check.Stdio("", "42\n");
    private static final Check CALL = new Check.Call("[]", "42");
    private static final byte[] SECRET = "secret".getBytes(StandardCharsets.US_ASCII);
    private static final Check INLINE = new Check.Code("main()", "");
    private static final Check CODE = new Check.Code("assert f() == 42", "");

    private static CaseRun run(Check check) {
        var program = new ProgramRun(Runner.EXEC, List.of(), List.of("x"), SECRET, Limits.DEFAULT);
        return check instanceof Check.Code && !check.equals(INLINE)
                ? CaseRun.judged("1", program, program)
                : CaseRun.of("1", program);
    }

    private static Verdict verdict(CheckerSpec checker, Check check, CaseOutcome outcome) {
        return new VerdictRule(Checkers.of(checker))
                .decide(check, run(check), outcome)
                .verdict();
    }

    /** {@code exit 0}, {@code signal 9}, {@code over cpu}, {@code stopped} or {@code broke}. */
    private static Ending ending(String words) {
        var what = words.substring(words.indexOf(' ') + 1);
        return switch (words.split(" ", -1)[0]) {
            case "exit" -> new Ending.Exited(Integer.parseInt(what));
            case "signal" -> new Ending.Signalled(Integer.parseInt(what));
            case "over" -> new Ending.LimitExceeded(Resource.valueOf(what.toUpperCase(Locale.ROOT)));
            case "stopped" -> new Ending.Stopped();
            case "broke" -> new Ending.BrokeSandbox();
            default -> throw new IllegalArgumentException(words);
        };
    }

    @ParameterizedTest(name = "{0}, printed `{1}`: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            exit 0      | 42   | ACCEPTED
            exit 0      | 43   | WRONG_ANSWER
            exit 0      | ''   | WRONG_ANSWER
            exit 1      | 42   | RUNTIME_ERROR
            exit 137    | 42   | RUNTIME_ERROR
            signal 9    | 42   | RUNTIME_ERROR
            signal 11   | 42   | RUNTIME_ERROR
            stopped     | 42   | RUNTIME_ERROR
            over cpu    | 42   | TIME_LIMIT
            over wall   | 42   | TIME_LIMIT
            over memory | 42   | MEMORY_LIMIT
            over output | 42   | OUTPUT_LIMIT
            broke       | 42   | SANDBOX_CRASH
            """)
    void a_program_passes_only_by_ending_well_with_the_right_output(String ending, String printed, Verdict expected) {
        var run = Outcomes.run(ending(ending), printed, "", "");
        assertThat(verdict(CheckerSpec.TOKENS, STDIO, Outcomes.alone(run))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "`{0}`: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            SyntaxError: invalid syntax                                     | COMPILE_ERROR
            IndentationError: unexpected indent                             | COMPILE_ERROR
            TabError: inconsistent use                                      | COMPILE_ERROR
            Traceback (most recent call last):/SyntaxError: invalid syntax  | RUNTIME_ERROR
            Traceback (most recent call last):/MemoryError                  | MEMORY_LIMIT
            Traceback (most recent call last):/MemoryError: too much        | MEMORY_LIMIT
            Traceback (most recent call last):/ZeroDivisionError: by zero   | RUNTIME_ERROR
            MemoryError/something else                                      | RUNTIME_ERROR
            ''                                                              | RUNTIME_ERROR
            """)
    void the_last_line_of_stderr_finds_a_better_word_for_a_failure(String lines, Verdict expected) {
        var run = Outcomes.complained(lines.replace('/', '\n'));
        assertThat(verdict(CheckerSpec.TOKENS, STDIO, Outcomes.alone(run))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}, reported `{1}`: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            exit 0      | {"ok":42}                                             | ACCEPTED
            exit 0      | {"ok":42.0}                                           | ACCEPTED
            exit 0      | {"ok":43}                                             | WRONG_ANSWER
            exit 0      | {"ok":"42"}                                           | WRONG_ANSWER
            exit 0      | {"ok":null}                                           | WRONG_ANSWER
            exit 0      | {"ok":null,"mutated":42}                              | ACCEPTED
            exit 0      | {"ok":null,"mutated":43}                              | WRONG_ANSWER
            exit 0      | {"ok":0,"mutated":42}                                 | WRONG_ANSWER
            exit 0      | ''                                                    | WRONG_ANSWER
            exit 0      | {"ok":4                                               | WRONG_ANSWER
            exit 0      | {"ok":42}{"ok":42}                                    | WRONG_ANSWER
            exit 0      | {"ok":43,"ok":42}                                     | WRONG_ANSWER
            exit 0      | {}                                                    | WRONG_ANSWER
            exit 0      | 42                                                    | WRONG_ANSWER
            exit 1      | {"ok":42}                                             | RUNTIME_ERROR
            signal 9    | {"ok":42}                                             | RUNTIME_ERROR
            stopped     | {"ok":42}                                             | RUNTIME_ERROR
            over cpu    | {"ok":42}                                             | TIME_LIMIT
            over wall   | {"ok":42}                                             | TIME_LIMIT
            over memory | {"ok":42}                                             | MEMORY_LIMIT
            over output | {"ok":42}                                             | OUTPUT_LIMIT
            broke       | {"ok":42}                                             | SANDBOX_CRASH
            exit 1      | {"error":"compile","message":"SyntaxError: no"}       | COMPILE_ERROR
            exit 1      | {"error":"exception","message":"ValueError: no"}      | RUNTIME_ERROR
            exit 1      | {"error":"exception","message":"MemoryError"}         | MEMORY_LIMIT
            exit 1      | {"error":"missing","message":"no f"}                  | WRONG_ANSWER
            exit 1      | {"error":"type","message":"a set"}                    | WRONG_ANSWER
            exit 1      | {"error":"new","message":""}                          | WRONG_ANSWER
            exit 0      | {"error":42}                                          | WRONG_ANSWER
            exit 0      | {"ok":42,"error":"exception"}                         | RUNTIME_ERROR
            over cpu    | {"error":"exception","message":"KeyboardInterrupt"}   | TIME_LIMIT
            """)
    void a_call_passes_only_by_reporting_the_right_value_once(String ending, String report, Verdict expected) {
        var run = Outcomes.run(ending(ending), "", "", report);
        assertThat(verdict(CheckerSpec.JSON, CALL, Outcomes.alone(run))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "candidate {0}, judge {1}, reported `{2}`: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            stopped     | exit 0      | {"result":"pass"}                                                 | ACCEPTED
            exit 0      | exit 0      | {"result":"pass"}                                                 | ACCEPTED
            exit 1      | exit 0      | {"result":"pass"}                                                 | RUNTIME_ERROR
            signal 11   | exit 0      | {"result":"pass"}                                                 | RUNTIME_ERROR
            over cpu    | exit 0      | {"result":"pass"}                                                 | TIME_LIMIT
            over wall   | exit 0      | {"result":"pass"}                                                 | TIME_LIMIT
            over memory | exit 0      | {"result":"pass"}                                                 | MEMORY_LIMIT
            over output | exit 0      | {"result":"pass"}                                                 | OUTPUT_LIMIT
            broke       | exit 0      | {"result":"pass"}                                                 | SANDBOX_CRASH
            stopped     | exit 1      | {"result":"pass"}                                                 | SANDBOX_CRASH
            stopped     | signal 9    | {"result":"pass"}                                                 | SANDBOX_CRASH
            stopped     | over cpu    | {"result":"pass"}                                                 | TIME_LIMIT
            stopped     | over memory | {"result":"pass"}                                                 | MEMORY_LIMIT
            stopped     | exit 0      | {"result":"pass"}{"result":"pass"}                                | SANDBOX_CRASH
            stopped     | exit 0      | {"result":"passed"}                                               | SANDBOX_CRASH
            stopped     | exit 0      | {"result":true}                                                   | SANDBOX_CRASH
            stopped     | exit 0      | ''                                                                | SANDBOX_CRASH
            exit 0      | exit 0      | ''                                                                | SANDBOX_CRASH
            exit 1      | exit 1      | ''                                                                | RUNTIME_ERROR
            stopped     | over wall   | ''                                                                | TIME_LIMIT
            stopped     | over output | ''                                                                | OUTPUT_LIMIT
            exit 0      | stopped     | ''                                                                | TIME_LIMIT
            stopped     | exit 0      | {"result":"fail","message":"3 is not 4"}                          | WRONG_ANSWER
            stopped     | exit 0      | {"result":"skip","message":"not here"}                            | WRONG_ANSWER
            stopped     | exit 0      | {"result":"error","by":"candidate","kind":"compile"}              | COMPILE_ERROR
            stopped     | exit 0      | {"result":"error","by":"candidate","kind":"exception"}            | RUNTIME_ERROR
            stopped     | exit 0      | {"result":"error","by":"candidate","kind":"exception","message":"MemoryError"} | MEMORY_LIMIT
            stopped     | exit 0      | {"result":"error","by":"candidate","kind":"protocol"}             | WRONG_ANSWER
            stopped     | exit 0      | {"result":"error"}                                                | WRONG_ANSWER
            exit 0      | exit 0      | {"result":"error","by":"candidate","kind":"gone"}                 | WRONG_ANSWER
            exit 3      | exit 0      | {"result":"error","by":"candidate","kind":"gone"}                 | RUNTIME_ERROR
            signal 11   | exit 0      | {"result":"error","by":"candidate","kind":"gone"}                 | RUNTIME_ERROR
            over memory | exit 0      | {"result":"error","by":"candidate","kind":"gone"}                 | MEMORY_LIMIT
            """)
    void tests_as_code_pass_only_by_the_word_of_a_judge_that_ended_well(
            String candidate, String judge, String report, Verdict expected) {
        var outcome = Outcomes.judged(
                Outcomes.run(ending(candidate), "", "", ""), Outcomes.run(ending(judge), "", "", report));
        assertThat(verdict(CheckerSpec.TOKENS, CODE, outcome)).isEqualTo(expected);
    }

    @Test
    void tests_that_do_not_work_are_the_fault_of_the_suite() {
        var judge = Outcomes.reported("{\"result\":\"error\",\"by\":\"suite\",\"message\":\"no module named x\"}");
        var outcome = Outcomes.judged(Outcomes.run(new Ending.Stopped(), "", "", ""), judge);
        assertThatThrownBy(() -> verdict(CheckerSpec.TOKENS, CODE, outcome))
                .isInstanceOf(SuiteFault.class)
                .hasMessage("no module named x");
    }

    @Test
    void an_expected_value_that_is_not_json_is_the_fault_of_the_suite() {
        var outcome = Outcomes.alone(Outcomes.reported("{\"ok\":42}"));
        assertThatThrownBy(() -> verdict(CheckerSpec.JSON, new Check.Call("[]", "forty-two"), outcome))
                .isInstanceOf(SuiteFault.class)
                .hasMessageContaining("forty-two");
    }

    @Test
    void a_report_that_was_cut_is_no_report() {
        var whole = Outcomes.reported("{\"ok\":42}");
        var cut = new RunOutcome(
                whole.ending(),
                whole.stdout(),
                whole.stderr(),
                new Output("{\"ok\":42}".getBytes(StandardCharsets.UTF_8), true),
                whole.usage(),
                whole.traces());
        assertThat(verdict(CheckerSpec.JSON, CALL, Outcomes.alone(cut))).isEqualTo(Verdict.WRONG_ANSWER);
    }

    @Test
    void notes_are_bounded_and_printable() {
        var run = Outcomes.complained("\u001b[31m\u202e" + "x".repeat(10_000));
        var note = new VerdictRule(Checkers.of(CheckerSpec.TOKENS))
                .decide(STDIO, run(STDIO), Outcomes.alone(run))
                .note();
        assertThat(note).startsWith("exit code 1: \\u001b[31m\\u202exxx").hasSizeLessThan(320);
    }

    @ParameterizedTest(name = "{0}, told `{1}`: {2}")
    @CsvSource({
        "exit 0, secret, ACCEPTED",
        "exit 0, '', WRONG_ANSWER",
        "exit 0, Secret, WRONG_ANSWER",
        "exit 0, secretsecret, WRONG_ANSWER",
        "exit 1, secret, RUNTIME_ERROR",
        "signal 6, secret, RUNTIME_ERROR",
        "over cpu, secret, TIME_LIMIT"
    })
    void tests_in_the_program_passed_if_it_ended_well_and_told_its_secret(String how, String told, Verdict expected) {
        var run = new RunOutcome(
                ending(how),
                Output.EMPTY,
                Output.EMPTY,
                new Output(told.getBytes(StandardCharsets.UTF_8), false),
                Usage.NONE,
                Traces.NONE);
        assertThat(verdict(CheckerSpec.TOKENS, INLINE, Outcomes.alone(run))).isEqualTo(expected);
    }
}
