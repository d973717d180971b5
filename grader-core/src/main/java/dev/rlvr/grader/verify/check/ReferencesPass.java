package dev.rlvr.grader.verify.check;

import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.Verdict;
import dev.rlvr.grader.verify.evidence.Evidence;
import dev.rlvr.grader.verify.evidence.Trial;
import dev.rlvr.grader.verify.finding.Finding;
import dev.rlvr.grader.verify.finding.Rule;
import java.util.ArrayList;
import java.util.List;

/** Right code must not be punished: every reference passes every test, and they agree. */
final class ReferencesPass implements Check {

    @Override
    public List<Finding> examine(Evidence evidence) {
        if (evidence.suiteFault().isPresent()) {
            return List.of(
                    evidence.finding(Rule.SUITE_FAULT, "", evidence.suiteFault().get()));
        }
        if (evidence.entry().references().isEmpty()) {
            return List.of(
                    evidence.finding(Rule.NO_REFERENCE, "", "nothing shows that these tests can be passed at all"));
        }
        var findings = new ArrayList<Finding>();
        for (var trial : evidence.references()) {
            trial.cases().stream()
                    .filter(result -> !result.passed())
                    .map(result -> finding(evidence, trial, result))
                    .forEach(findings::add);
        }
        return findings;
    }

    private static Finding finding(Evidence evidence, Trial trial, CaseResult failed) {
        var disagreement = evidence.references().stream()
                .filter(other -> other.verdict(failed.id()).equals(Verdict.ACCEPTED))
                .findFirst();
        var name = trial.solution().name();
        var what = failed.verdict() + (failed.note().isEmpty() ? "" : ": " + failed.note());
        return disagreement.isPresent()
                ? evidence.finding(
                        Rule.REFERENCES_DISAGREE,
                        "test " + failed.id(),
                        disagreement.get().solution().name() + " passes, but " + name + " gets " + what)
                : evidence.finding(Rule.REFERENCE_FAILS, "test " + failed.id(), name + " gets " + what);
    }
}
