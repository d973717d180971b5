package dev.rlvr.grader.verify.check;

import dev.rlvr.grader.check.CheckResult;
import dev.rlvr.grader.check.Checker;
import dev.rlvr.grader.check.Checkers;
import dev.rlvr.grader.model.CheckerSpec;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.model.TestCase.Check.Call;
import dev.rlvr.grader.model.TestCase.Check.Code;
import dev.rlvr.grader.model.TestCase.Check.Stdio;
import dev.rlvr.grader.verify.evidence.Evidence;
import dev.rlvr.grader.verify.finding.Finding;
import dev.rlvr.grader.verify.finding.Rule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The checker accepts the answer, and rejects what is not one. */
final class CheckerSanity implements Check {

    @Override
    public List<Finding> examine(Evidence evidence) {
        var suite = evidence.entry().suite();
        if (suite.checker() instanceof CheckerSpec.Program) {
            return List.of(); // it decides in a sandbox only, where programs that guess show what it accepts
        }
        var checker = Checkers.of(suite.checker());
        var findings = new ArrayList<Finding>();
        for (var test : suite.cases()) {
            switch (test.check()) {
                case Stdio(var _, var expected, var _) -> examine(evidence, checker, test, expected, findings);
                case Call(var _, var expected) -> examine(evidence, checker, test, expected, findings);
                case Code _ -> {
                    // Test code compares for itself; mutants show how well.
                }
            }
        }
        return findings;
    }

    private static void examine(
            Evidence evidence, Checker checker, TestCase test, String expected, List<Finding> findings) {
        var refusal = refusal(checker, expected, expected);
        if (!refusal.isEmpty()) {
            findings.add(evidence.finding(Rule.CHECKER_REJECTS_ANSWER, "test " + test.id(), refusal));
            return;
        }
        for (var wrong : WrongAnswers.to(expected, evidence.entry().suite().checker())) {
            if (refusal(checker, wrong.text(), expected).isEmpty()) {
                var rule =
                        wrong.kind() == WrongAnswers.Kind.NUMBER_OFF ? Rule.WIDE_TOLERANCE : Rule.CHECKER_ACCEPTS_JUNK;
                findings.add(evidence.finding(
                        rule, "test " + test.id(), "it accepts " + wrong.kind().words()));
                return;
            }
        }
    }

    /** Empty if it is accepted. */
    private static String refusal(Checker checker, String actual, String expected) {
        try {
            return switch (checker.check(utf8(actual), utf8(expected))) {
                case CheckResult.Accepted() -> "";
                case CheckResult.Rejected(var difference) -> "it finds a difference: " + difference;
            };
        } catch (IllegalArgumentException e) {
            return "it cannot compare with this answer: " + e.getMessage();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
