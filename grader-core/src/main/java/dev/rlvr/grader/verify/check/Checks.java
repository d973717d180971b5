package dev.rlvr.grader.verify.check;

import dev.rlvr.grader.verify.evidence.Evidence;
import dev.rlvr.grader.verify.finding.Finding;
import java.util.Comparator;
import java.util.List;

/** All of them. */
public final class Checks {

    private static final List<Check> ALL = List.of(
            new DistinctIds(),
            new ReferencesPass(),
            new RoomToSpare(),
            new LabelsHold(),
            new Deterministic(),
            new DistinctInputs(),
            new Discriminates(),
            new ExpectedValues(),
            new Reproducible(),
            new CheckerSanity(),
            new GuessBaseline(),
            new PublicAnswers(),
            new PayloadSize(),
            new MutationStrength(),
            new TestedCalls(),
            new Unexamined(),
            new Stronger(),
            new InputsValid(),
            new LeftOut());

    private Checks() {}

    /** What is wrong, worst first. */
    public static List<Finding> examine(Evidence evidence) {
        return ALL.stream()
                .flatMap(check -> check.examine(evidence).stream())
                .sorted(Comparator.comparing((Finding finding) -> finding.rule().severity())
                        .thenComparing(finding -> finding.rule().code()))
                .toList();
    }
}
