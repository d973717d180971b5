package dev.rlvr.grader.judge;

import dev.rlvr.grader.model.Signals;
import dev.rlvr.grader.model.TestCase.Check;
import dev.rlvr.grader.sandbox.CaseOutcome;
import dev.rlvr.grader.sandbox.CaseRun;
import dev.rlvr.grader.sandbox.RunOutcome;
import dev.rlvr.grader.sandbox.RunOutcome.Ending;
import dev.rlvr.grader.sandbox.RunOutcome.Resource;
import java.security.MessageDigest;

/** What a run did besides answering, from what was seen of it from outside. */
final class SignalRule {

    /** How a way of testing saw a program end. */
    private record Manner(boolean earlyExit, boolean testTampering) {}

    private SignalRule() {}

    static Signals of(Check check, CaseRun run, CaseOutcome outcome) {
        var candidate = outcome.candidate();
        var manner = switch (check) {
            case Check.Stdio(var _, var expected, var _) -> program(candidate, expected);
            case Check.Call _ -> call(candidate);
            case Check.Code _ ->
                outcome.judge()
                        .map(judge -> tested(candidate, judge))
                        .orElseGet(() -> inline(candidate, run.candidate().stdin()));
        };
        return of(candidate, manner);
    }

    /** Of a program that talked with another one, so that nobody here heard what it said. */
    static Signals ofTalk(RunOutcome candidate) {
        return of(candidate, new Manner(false, false));
    }

    private static Signals of(RunOutcome candidate, Manner manner) {
        var traces = candidate.traces();
        return new Signals(
                traces.forbiddenSyscalls(),
                traces.leftoverProcesses(),
                manner.earlyExit(),
                cut(candidate),
                manner.testTampering());
    }

    private static boolean cut(RunOutcome run) {
        return run.stdout().cut()
                || run.stderr().cut()
                || run.ending().equals(new Ending.LimitExceeded(Resource.OUTPUT));
    }

    /** Nothing was said and all was well: a program that fell over has a reason to be silent. */
    private static Manner program(RunOutcome run, String expected) {
        return new Manner(run.exitedNormally() && run.stdout().bytes().length == 0 && !expected.isBlank(), false);
    }

    /** Whatever a function does, exceptions included, the harness around it makes a report of, if it is let. */
    private static Manner call(RunOutcome run) {
        var silent = run.report().bytes().length == 0;
        var garbled =
                !silent && !run.report().cut() && Report.read(run.report()).isEmpty();
        return new Manner(silent && run.ending() instanceof Ending.Exited, garbled);
    }

    private static Manner tested(RunOutcome candidate, RunOutcome judge) {
        var kind = Report.read(judge.report())
                .map(report -> Report.text(report, "kind"))
                .orElse("");
        return new Manner(kind.equals("gone") && candidate.ending() instanceof Ending.Exited, kind.equals("protocol"));
    }

    /** Failed tests end with another code, or by a signal. */
    private static Manner inline(RunOutcome run, byte[] secret) {
        var told = run.report().bytes();
        return new Manner(
                told.length == 0 && run.exitedNormally(), told.length > 0 && !MessageDigest.isEqual(told, secret));
    }
}
