package dev.rlvr.grader.verify.check;

import dev.rlvr.grader.verify.evidence.Evidence;
import dev.rlvr.grader.verify.finding.Finding;
import dev.rlvr.grader.verify.finding.Rule;
import java.util.List;

/** Samples find their suite by its id, so that no two may share one. */
final class DistinctIds implements Check {

    @Override
    public List<Finding> examine(Evidence evidence) {
        var earlier = evidence.entry().duplicateOf();
        return earlier.isEmpty()
                ? List.of()
                : List.of(evidence.finding(Rule.DUPLICATE_ID, "id", "the suite at " + earlier + " has it too"));
    }
}
