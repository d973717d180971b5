package dev.rlvr.grader.verify.check;

import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.Verdict;
import dev.rlvr.grader.suite.LabelledSolution;
import dev.rlvr.grader.verify.evidence.Evidence;
import dev.rlvr.grader.verify.evidence.Trial;
import dev.rlvr.grader.verify.finding.Finding;
import dev.rlvr.grader.verify.finding.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Solutions that are labelled wrong are wrong, in the way that the label says. */
final class LabelsHold implements Check {

    @Override
    public List<Finding> examine(Evidence evidence) {
        return evidence.trials().stream()
                .flatMap(trial -> broken(trial)
                        .map(why -> evidence.finding(
                                Rule.LABEL_BROKEN,
                                "solution " + trial.solution().name(),
                                why + compilers(trial)))
                        .stream())
                .toList();
    }

    private static Optional<String> broken(Trial trial) {
        var solution = trial.solution();
        if (solution.expectation().isPresent() && solution.wanted() != LabelledSolution.Label.ACCEPTED) {
            var why = solution.expectation().get().broken(trial.cases());
            return why.isPresent() || holds(trial) ? why : Optional.of("should fail, but " + outcome(trial));
        }
        return holds(trial)
                ? Optional.empty()
                : Optional.of("is labelled " + solution.wanted() + ", but " + outcome(trial));
    }

    /** The first words of a compiler. */
    private static String compilers(Trial trial) {
        return trial.cases().stream()
                .filter(result -> result.verdict() == Verdict.COMPILE_ERROR)
                .flatMap(result -> result.note().lines())
                .findFirst()
                .map(line -> " (" + line.strip() + ")")
                .orElse("");
    }

    private static boolean holds(Trial trial) {
        return switch (trial.solution().wanted()) {
            case ACCEPTED, ANY -> true; // ReferencesPass says more about it
            case REJECTED -> !trial.passed();
            case WRONG_ANSWER -> fails(trial, Verdict.WRONG_ANSWER);
            case TIME_LIMIT -> fails(trial, Verdict.TIME_LIMIT);
            case MEMORY_LIMIT -> fails(trial, Verdict.MEMORY_LIMIT);
            case RUNTIME_ERROR -> fails(trial, Verdict.RUNTIME_ERROR);
            case COMPILE_ERROR -> fails(trial, Verdict.COMPILE_ERROR);
        };
    }

    private static boolean fails(Trial trial, Verdict verdict) {
        return trial.cases().stream().anyMatch(result -> result.verdict() == verdict);
    }

    private static String outcome(Trial trial) {
        return trial.passed()
                ? "passes every test"
                : "gets "
                        + trial.cases().stream()
                                .filter(result -> !result.passed())
                                .map(CaseResult::verdict)
                                .distinct()
                                .map(Verdict::name)
                                .collect(Collectors.joining(", "));
    }
}
