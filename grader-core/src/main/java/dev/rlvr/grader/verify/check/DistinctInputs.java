package dev.rlvr.grader.verify.check;

import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.model.TestCase.Check.Call;
import dev.rlvr.grader.model.TestCase.Check.Code;
import dev.rlvr.grader.model.TestCase.Check.Stdio;
import dev.rlvr.grader.verify.evidence.Evidence;
import dev.rlvr.grader.verify.finding.Finding;
import dev.rlvr.grader.verify.finding.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** No input stands twice, and never with two answers. */
final class DistinctInputs implements Check {

    @Override
    public List<Finding> examine(Evidence evidence) {
        var findings = new ArrayList<Finding>();
        var seen = new HashMap<String, TestCase>();
        for (var test : evidence.entry().suite().cases()) {
            var earlier = seen.putIfAbsent(input(test.check()), test);
            if (earlier == null) {
                continue;
            }
            var same = expected(earlier.check()).equals(expected(test.check()));
            findings.add(evidence.finding(
                    same ? Rule.DUPLICATE_INPUT : Rule.CONTRADICTION,
                    "test " + test.id(),
                    "has the input of test " + earlier.id() + (same ? "" : ", but expects something else")));
        }
        return findings;
    }

    private static String input(TestCase.Check check) {
        return switch (check) {
            case Stdio(var stdin, var _, var _) -> stdin.stripTrailing();
            case Call(var arguments, var _) -> arguments;
            case Code(var code, var test) -> code.strip() + "\0" + test;
        };
    }

    private static String expected(TestCase.Check check) {
        return switch (check) {
            case Stdio(var _, var expected, var _) -> expected.stripTrailing();
            case Call(var _, var expected) -> expected;
            case Code _ -> "";
        };
    }
}
