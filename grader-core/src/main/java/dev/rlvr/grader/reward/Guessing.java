package dev.rlvr.grader.reward;

import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.ScoringSpec;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.Verdict;
import java.util.List;
import java.util.Set;

/**
 * What constant answers pass in a suite.
 *
 * @param passed for each answer the ids of the tests that accept it; empty where nobody tried any
 */
public record Guessing(List<Set<String>> passed) {

    /** Nothing is known, or nothing passes. */
    public static final Guessing NONE = new Guessing(List.of());

    public Guessing {
        passed = passed.stream().map(Set::copyOf).toList();
    }

    /** Correctness of the best of them, 0 to 1. */
    double baseline(Suite suite, ScoringSpec scoring) {
        return passed.stream()
                .mapToDouble(tests -> Correctness.of(new Results(suite, "", results(tests)), scoring))
                .max()
                .orElse(0);
    }

    /** How far this correctness is from the best guess to 1; what a guess reaches is 0. */
    double above(double correctness, Suite suite, ScoringSpec scoring) {
        var baseline = baseline(suite, scoring);
        return correctness <= baseline ? 0 : (correctness - baseline) / (1 - baseline);
    }

    private static List<CaseResult> results(Set<String> tests) {
        return tests.stream()
                .map(id -> CaseResult.notRun(id, Verdict.ACCEPTED, ""))
                .toList();
    }
}
