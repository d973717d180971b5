package dev.rlvr.grader.verify.check;

import dev.rlvr.grader.verify.evidence.Evidence;
import dev.rlvr.grader.verify.evidence.Witness;
import dev.rlvr.grader.verify.finding.Finding;
import dev.rlvr.grader.verify.finding.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Calls that test code makes for nothing, and calls that it does not make. */
final class TestedCalls implements Check {

    @Override
    public List<Finding> examine(Evidence evidence) {
        var tests = evidence.mutation().tests();
        var findings = new ArrayList<Finding>();
        for (var call : tests.unchecked()) {
            findings.add(evidence.finding(Rule.UNCHECKED, call, "whatever comes back, the tests pass"));
        }
        if (!tests.edges().isEmpty()) {
            var words = tests.edges().stream().map(Witness::words).collect(Collectors.joining("; "));
            findings.add(evidence.finding(Rule.EDGE_CASE, "", words));
        }
        return findings;
    }
}
