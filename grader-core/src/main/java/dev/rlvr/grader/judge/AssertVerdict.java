package dev.rlvr.grader.judge;

import dev.rlvr.grader.judge.VerdictRule.Decision;
import dev.rlvr.grader.model.Verdict;
import dev.rlvr.grader.sandbox.CaseOutcome;
import dev.rlvr.grader.sandbox.RunOutcome;
import dev.rlvr.grader.sandbox.RunOutcome.Ending;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Assert mode: the judge process, which the candidate cannot reach, says what became of the test. */
final class AssertVerdict {

    private AssertVerdict() {}

    static Decision decide(CaseOutcome outcome) {
        var judge = outcome.judge().orElseThrow(() -> new IllegalStateException("an assert case without a judge"));
        var report = Report.read(judge.report());
        if (report.isEmpty() || !judge.exitedNormally()) {
            return withoutReport(outcome.candidate(), judge);
        }
        var message = Report.text(report.get(), "message");
        return switch (Report.text(report.get(), "result")) {
            case "pass" -> passed(outcome.candidate());
            case "fail" -> Decision.of(Verdict.WRONG_ANSWER, message);
            case "skip" -> Decision.of(Verdict.WRONG_ANSWER, "skipped: " + message);
            case "error" -> error(outcome.candidate(), report.get(), message);
            default -> withoutReport(outcome.candidate(), judge);
        };
    }

    /** The candidate serves calls until it is stopped; one that ended with an error did not pass, whatever it answered. */
    private static Decision passed(RunOutcome candidate) {
        return ownFailure(candidate).orElseGet(() -> Decision.of(Verdict.ACCEPTED, ""));
    }

    private static Decision error(RunOutcome candidate, JsonNode report, String message) {
        if (Report.text(report, "by").equals("suite")) {
            throw new SuiteFault(Notes.bounded(message));
        }
        return switch (Report.text(report, "kind")) {
            case "compile" -> Decision.of(Verdict.COMPILE_ERROR, message);
            case "exception" -> Decision.of(Diagnosis.word("Traceback (most recent call last)", message), message);
            case "gone" ->
                VerdictRule.failure(candidate)
                        .orElseGet(() -> Decision.of(Verdict.WRONG_ANSWER, "the program ended before its tests did"));
            default -> Decision.of(Verdict.WRONG_ANSWER, message);
        };
    }

    /** Nothing but what the candidate returned can have brought the judge to this: it fails closed. */
    private static Decision withoutReport(RunOutcome candidate, RunOutcome judge) {
        return switch (judge.ending()) {
            case Ending.LimitExceeded(var resource) ->
                switch (resource) {
                    case CPU, WALL -> Decision.of(Verdict.TIME_LIMIT, "the tests did not come to an end");
                    case MEMORY ->
                        Decision.of(Verdict.MEMORY_LIMIT, "the tests ran out of memory on what was returned");
                    case OUTPUT -> Decision.of(Verdict.OUTPUT_LIMIT, "the tests wrote more than allowed");
                };
            case Ending.Stopped() -> Decision.of(Verdict.TIME_LIMIT, "the tests did not come to an end");
            default ->
                ownFailure(candidate)
                        .orElseGet(() ->
                                Decision.of(Verdict.SANDBOX_CRASH, "the judge process crashed on what was returned"));
        };
    }

    /** Being stopped is none: that is what the end of the judge does to its candidate. */
    private static Optional<Decision> ownFailure(RunOutcome candidate) {
        return candidate.ending() instanceof Ending.Stopped ? Optional.empty() : VerdictRule.failure(candidate);
    }
}
