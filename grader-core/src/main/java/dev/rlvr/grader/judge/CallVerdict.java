package dev.rlvr.grader.judge;

import dev.rlvr.grader.check.CheckResult;
import dev.rlvr.grader.check.Checker;
import dev.rlvr.grader.judge.VerdictRule.Decision;
import dev.rlvr.grader.model.Verdict;
import dev.rlvr.grader.sandbox.RunOutcome;
import java.nio.charset.StandardCharsets;

/** Function mode: the returned value comes as {@code {"ok": value}} on the report channel. */
final class CallVerdict {

    private final Checker checker;

    CallVerdict(Checker checker) {
        this.checker = checker;
    }

    Decision decide(RunOutcome run, String expected) {
        var report = Report.read(run.report());
        if (report.isPresent() && report.get().has("error")) {
            return error(Report.text(report.get(), "error"), Report.text(report.get(), "message"));
        }
        var failure = VerdictRule.failure(run);
        if (failure.isPresent()) {
            return failure.get();
        }
        return report.filter(r -> r.has("ok"))
                .map(r -> value(r, expected))
                .orElseGet(() -> Decision.of(Verdict.WRONG_ANSWER, "the function returned nothing that can be read"));
    }

    private Decision value(tools.jackson.databind.JsonNode report, String expected) {
        var wanted = expected.getBytes(StandardCharsets.UTF_8);
        var returned = report.get("ok").toString().getBytes(StandardCharsets.UTF_8);
        var result = checker.check(returned, wanted);
        if (result instanceof CheckResult.Rejected && report.get("ok").isNull() && report.has("mutated")) {
            // The problem asks for a change in place, and the function returns nothing.
            result = checker.check(report.get("mutated").toString().getBytes(StandardCharsets.UTF_8), wanted);
        }
        return VerdictRule.checked(result);
    }

    private static Decision error(String kind, String message) {
        return switch (kind) {
            case "compile" -> Decision.of(Verdict.COMPILE_ERROR, message);
            case "exception" -> Decision.of(Diagnosis.word("Traceback (most recent call last)", message), message);
            case "missing", "type" -> Decision.of(Verdict.WRONG_ANSWER, message);
            default -> Decision.of(Verdict.WRONG_ANSWER, "malformed report");
        };
    }
}
