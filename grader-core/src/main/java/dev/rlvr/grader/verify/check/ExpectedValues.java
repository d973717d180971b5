package dev.rlvr.grader.verify.check;

import dev.rlvr.grader.model.CheckerSpec;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.model.TestCase.Check.Call;
import dev.rlvr.grader.model.TestCase.Check.Code;
import dev.rlvr.grader.model.TestCase.Check.Stdio;
import dev.rlvr.grader.verify.evidence.Evidence;
import dev.rlvr.grader.verify.finding.Finding;
import dev.rlvr.grader.verify.finding.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the tests expect, as text: something, without carriage returns, and not always the same. */
final class ExpectedValues implements Check {

    @Override
    public List<Finding> examine(Evidence evidence) {
        var suite = evidence.entry().suite();
        var findings = new ArrayList<Finding>();
        // A validator need not look at the answer.
        var compared = !(suite.checker() instanceof CheckerSpec.Program);
        for (var test : suite.cases()) {
            if (test.check() instanceof Stdio(var stdin, var expected, var _)) {
                if (compared && expected.isBlank()) {
                    findings.add(evidence.finding(
                            Rule.BLANK_EXPECTED, "test " + test.id(), "a program that prints nothing passes it"));
                }
                if (stdin.contains("\r") || expected.contains("\r")) {
                    findings.add(evidence.finding(
                            Rule.CARRIAGE_RETURN,
                            "test " + test.id(),
                            (stdin.contains("\r") ? "its input" : "the answer") + " has carriage returns"));
                }
            }
        }
        if (compared
                && suite.cases().size() > 1
                && answers(suite).distinct().limit(2).count() == 1) {
            findings.add(evidence.finding(
                    Rule.SAME_ANSWER, "", "all " + suite.cases().size() + " tests expect the same answer"));
        }
        return findings;
    }

    /** None for test code, whose answers cannot be seen. */
    private static Stream<String> answers(Suite suite) {
        return suite.cases().stream().map(TestCase::check).flatMap(check -> switch (check) {
            case Stdio(var _, var expected, var _) -> Stream.of(expected.strip());
            case Call(var _, var expected) -> Stream.of(expected);
            case Code _ -> Stream.empty();
        });
    }
}
