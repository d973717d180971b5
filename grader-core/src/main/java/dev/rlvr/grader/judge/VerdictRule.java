package dev.rlvr.grader.judge;

import dev.rlvr.grader.check.CheckResult;
import dev.rlvr.grader.check.Checker;
import dev.rlvr.grader.model.TestCase.Check;
import dev.rlvr.grader.model.Verdict;
import dev.rlvr.grader.sandbox.CaseOutcome;
import dev.rlvr.grader.sandbox.CaseRun;
import dev.rlvr.grader.sandbox.RunOutcome;
import dev.rlvr.grader.sandbox.RunOutcome.Ending;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * (How a test is checked, how its run went) to a verdict, the whole of it in one place.
 *
 * <p>Accepted needs every condition to be true: the program ended by itself with code 0, inside every limit, and the
 * checker accepted what it gave. Whatever is missing, malformed or unknown is not accepted.
 */
final class VerdictRule {

    private final Checker checker;

    VerdictRule(Checker checker) {
        this.checker = blamingTheSuite(checker);
    }

    /** A checker throws only for what is expected: nobody can be graded by that. */
    private static Checker blamingTheSuite(Checker checker) {
        return (actual, expected) -> {
            try {
                return checker.check(actual, expected);
            } catch (IllegalArgumentException e) {
                throw new SuiteFault(Notes.bounded(String.valueOf(e.getMessage())));
            }
        };
    }

    record Decision(Verdict verdict, String note) {
        static Decision of(Verdict verdict, String note) {
            return new Decision(verdict, Notes.bounded(note));
        }
    }

    Decision decide(Check check, CaseRun run, CaseOutcome outcome) {
        return limit(outcome.candidate()).orElseGet(() -> switch (check) {
            case Check.Stdio(var _, var expected, var _) -> stdio(outcome.candidate(), expected);
            case Check.Call(var _, var expected) -> new CallVerdict(checker).decide(outcome.candidate(), expected);
            case Check.Code _ ->
                run.judge().isPresent()
                        ? AssertVerdict.decide(outcome)
                        : inline(outcome.candidate(), run.candidate().stdin());
        });
    }

    private static Optional<Decision> limit(RunOutcome run) {
        return switch (run.ending()) {
            case Ending.LimitExceeded(var resource) ->
                Optional.of(
                        switch (resource) {
                            case CPU ->
                                Decision.of(
                                        Verdict.TIME_LIMIT,
                                        "used " + run.usage().cpu().toMillis() + " ms of CPU time");
                            case WALL ->
                                Decision.of(
                                        Verdict.TIME_LIMIT,
                                        "not done after " + run.usage().wall().toMillis() + " ms");
                            case MEMORY ->
                                Decision.of(
                                        Verdict.MEMORY_LIMIT,
                                        "used " + run.usage().memory().bytes() / (1 << 20) + " MiB");
                            case OUTPUT -> Decision.of(Verdict.OUTPUT_LIMIT, "wrote more than allowed");
                        });
            case Ending.BrokeSandbox() ->
                Optional.of(Decision.of(Verdict.SANDBOX_CRASH, "broke the sandbox twice; a harmless program ran well"));
            case Ending.Exited _, Ending.Signalled _, Ending.Stopped _ -> Optional.empty();
        };
    }

    private Decision stdio(RunOutcome run, String expected) {
        return failure(run)
                .orElseGet(
                        () -> checked(checker.check(run.stdout().bytes(), expected.getBytes(StandardCharsets.UTF_8))));
    }

    /** The end of the tests was reached if the secret came back, and only then is an exit code of 0 worth anything. */
    private static Decision inline(RunOutcome run, byte[] secret) {
        return failure(run).orElseGet(() -> {
            var told = !run.report().cut() && MessageDigest.isEqual(run.report().bytes(), secret);
            return told
                    ? Decision.of(Verdict.ACCEPTED, "")
                    : Decision.of(Verdict.WRONG_ANSWER, "the program ended before the end of the tests");
        });
    }

    static Decision checked(CheckResult result) {
        return switch (result) {
            case CheckResult.Accepted() -> Decision.of(Verdict.ACCEPTED, "");
            case CheckResult.Rejected(var difference) -> Decision.of(Verdict.WRONG_ANSWER, difference);
        };
    }

    /** What a run that did not end with code 0 is called. */
    static Optional<Decision> failure(RunOutcome run) {
        return switch (run.ending()) {
            case Ending.Exited(var code) when code == 0 -> Optional.empty();
            case Ending.Exited(var code) -> Optional.of(Diagnosis.of(run, "exit code " + code));
            case Ending.Signalled(var signal) -> Optional.of(Diagnosis.of(run, "killed by signal " + signal));
            default -> Optional.of(Decision.of(Verdict.RUNTIME_ERROR, "did not end by itself"));
        };
    }
}
