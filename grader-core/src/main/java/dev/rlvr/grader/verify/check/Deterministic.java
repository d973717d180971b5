package dev.rlvr.grader.verify.check;

import dev.rlvr.grader.verify.evidence.Evidence;
import dev.rlvr.grader.verify.finding.Finding;
import dev.rlvr.grader.verify.finding.Rule;
import java.util.List;

/** The reference gets the same verdicts each time, in whatever order the tests run. */
final class Deterministic implements Check {

    @Override
    public List<Finding> examine(Evidence evidence) {
        if (evidence.references().isEmpty()) {
            return List.of();
        }
        var first = evidence.references().getFirst();
        return first.cases().stream()
                .flatMap(result -> evidence.repeats().stream()
                        .map(repeat -> repeat.verdict(result.id()))
                        .filter(verdict -> verdict != result.verdict())
                        .limit(1)
                        .map(verdict -> evidence.finding(
                                Rule.FLAKY,
                                "test " + result.id(),
                                first.solution().name() + " got " + result.verdict() + ", and " + verdict
                                        + " when it ran again in another order of the tests")))
                .toList();
    }
}
