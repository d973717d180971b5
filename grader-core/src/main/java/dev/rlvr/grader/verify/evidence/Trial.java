package dev.rlvr.grader.verify.evidence;

import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.Verdict;
import dev.rlvr.grader.suite.LabelledSolution;
import java.util.List;
import java.util.Optional;

/**
 * One program against the tests of a suite.
 *
 * @param cases in the order of the suite
 */
public record Trial(LabelledSolution solution, List<CaseResult> cases) {

    public Trial {
        cases = List.copyOf(cases);
    }

    public boolean passed() {
        return cases.stream().allMatch(CaseResult::passed);
    }

    public Optional<CaseResult> firstFailure() {
        return cases.stream().filter(result -> !result.passed()).findFirst();
    }

    public Optional<CaseResult> slowest() {
        return cases.stream().max((a, b) -> a.usage().cpu().compareTo(b.usage().cpu()));
    }

    public Optional<CaseResult> largest() {
        return cases.stream()
                .max((a, b) -> a.usage().memory().compareTo(b.usage().memory()));
    }

    /** By test id, so that runs in different orders can be compared. */
    public Verdict verdict(String test) {
        return cases.stream()
                .filter(result -> result.id().equals(test))
                .findFirst()
                .map(CaseResult::verdict)
                .orElse(Verdict.SKIPPED);
    }
}
