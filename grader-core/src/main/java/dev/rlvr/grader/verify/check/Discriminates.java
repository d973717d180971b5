package dev.rlvr.grader.verify.check;

import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.verify.evidence.Evidence;
import dev.rlvr.grader.verify.evidence.MutantTrial;
import dev.rlvr.grader.verify.finding.Finding;
import dev.rlvr.grader.verify.finding.Rule;
import java.util.HashSet;
import java.util.List;

/** A test that no wrong program fails is paid for, and teaches nothing. */
final class Discriminates implements Check {

    /** With fewer wrong programs than this, a test that fails none of them may just have been unlucky. */
    private static final int ENOUGH = 5;

    @Override
    public List<Finding> examine(Evidence evidence) {
        var wrong = evidence.mutation().trials().stream()
                .filter(MutantTrial::killed)
                .toList();
        if (wrong.size() < ENOUGH) {
            return List.of();
        }
        var useful = new HashSet<String>();
        wrong.forEach(trial -> useful.addAll(trial.killers()));
        for (var trial : evidence.trials()) {
            trial.cases().stream()
                    .filter(result -> !result.passed())
                    .map(CaseResult::id)
                    .forEach(useful::add);
        }
        return evidence.entry().suite().cases().stream()
                .map(TestCase::id)
                .filter(id -> !useful.contains(id))
                .map(id -> evidence.finding(
                        Rule.NO_DISCRIMINATION,
                        "test " + id,
                        "none of " + wrong.size() + " wrong programs that other tests reject fails it"))
                .toList();
    }
}
