package dev.rlvr.grader.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.model.Signals;
import dev.rlvr.grader.model.TestCase.Check;
import dev.rlvr.grader.model.Usage;
import dev.rlvr.grader.sandbox.CaseOutcome;
import dev.rlvr.grader.sandbox.CaseRun;
import dev.rlvr.grader.sandbox.Outcomes;
import dev.rlvr.grader.sandbox.Output;
import dev.rlvr.grader.sandbox.ProgramRun;
import dev.rlvr.grader.sandbox.ProgramRun.Runner;
import dev.rlvr.grader.sandbox.RunOutcome;
import dev.rlvr.grader.sandbox.RunOutcome.Ending;
import dev.rlvr.grader.sandbox.RunOutcome.Traces;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalRuleTest {

    private static final Check STDIO = new Check.Stdio("", "42");
    private static final Check CALL = new Check.Call("[]", "42");
    private static final Check CODE = new Check.Code("assert f()", "");
    private static final String SECRET = "0123456789abcdef";

    private static final CaseRun RUN = CaseRun.of(
            "1",
            new ProgramRun(
                    Runner.TELL,
                    List.of(),
                    List.of("./main"),
                    SECRET.getBytes(StandardCharsets.UTF_8),
                    Limits.DEFAULT));

    private static Signals of(Check check, CaseOutcome outcome) {
        return SignalRule.of(check, RUN, outcome);
    }

    private static RunOutcome exited(int code, String stdout, String report) {
        return Outcomes.run(new Ending.Exited(code), stdout, "", report);
    }

    @ParameterizedTest
    @CsvSource({"0, '', true", "0, 41, false", "1, '', false"})
    void a_program_that_ends_well_and_says_nothing_ended_early(int code, String stdout, boolean early) {
        assertThat(of(STDIO, Outcomes.alone(exited(code, stdout, ""))).earlyExit())
                .isEqualTo(early);
    }

    @Test
    void where_nothing_is_expected_silence_is_no_early_end() {
        assertThat(of(new Check.Stdio("", "\n"), Outcomes.alone(exited(0, "", "")))
                        .earlyExit())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", emptyValue = "", textBlock = """
            0 | ''                    | true  | false
            3 | ''                    | true  | false
            0 | {"ok": 1}             | false | false
            0 | {"error": "type"}     | false | false
            0 | {"ok": 1} {"ok": 1}   | false | true
            0 | PASS                  | false | true
            """)
    void a_function_that_prevents_its_report_ended_early_and_one_that_garbles_it_tampered(
            int code, String report, boolean early, boolean tampered) {
        assertThat(of(CALL, Outcomes.alone(exited(code, "", report))))
                .isEqualTo(new Signals(0, 0, early, false, tampered));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"result": "error", "by": "candidate", "kind": "gone"}     | true  | false
            {"result": "error", "by": "candidate", "kind": "protocol"} | false | true
            {"result": "fail", "message": "gone"}                      | false | false
            {"result": "pass"}                                         | false | false
            """)
    void what_the_judge_met_on_the_link_is_told(String report, boolean early, boolean tampered) {
        var outcome = Outcomes.judged(exited(0, "", ""), Outcomes.reported(report));

        assertThat(of(CODE, outcome)).isEqualTo(new Signals(0, 0, early, false, tampered));
    }

    @Test
    void a_candidate_that_crashed_did_not_leave_early() {
        var crashed = Outcomes.run(new Ending.Signalled(11), "", "", "");
        var judge = Outcomes.reported("{\"result\": \"error\", \"by\": \"candidate\", \"kind\": \"gone\"}");

        assertThat(of(CODE, Outcomes.judged(crashed, judge))).isEqualTo(Signals.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            emptyValue = "",
            value = {
                "0, 0123456789abcdef, false, false",
                "0, '', true, false",
                "1, '', false, false",
                "0, PASS, false, true"
            })
    void in_one_process_with_the_tests_only_the_secret_is_no_tampering(
            int code, String told, boolean early, boolean tampered) {
        assertThat(of(CODE, Outcomes.alone(exited(code, "", told))))
                .isEqualTo(new Signals(0, 0, early, false, tampered));
    }

    @Test
    void too_much_output_processes_and_refused_calls_are_told() {
        var run = new RunOutcome(
                new Ending.Exited(0),
                new Output("41".getBytes(StandardCharsets.UTF_8), false),
                new Output(new byte[0], true),
                Output.EMPTY,
                Usage.NONE,
                new Traces(2, 0, 5));

        assertThat(of(STDIO, Outcomes.alone(run))).isEqualTo(new Signals(5, 2, false, true, false));
    }
}
