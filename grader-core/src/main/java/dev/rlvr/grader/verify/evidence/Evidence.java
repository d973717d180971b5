package dev.rlvr.grader.verify.evidence;

import dev.rlvr.grader.suite.LabelledSolution;
import dev.rlvr.grader.suite.SuiteEntry;
import dev.rlvr.grader.verify.finding.Finding;
import dev.rlvr.grader.verify.finding.Rule;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is known of a suite.
 *
 * @param trials every solution that came with it, once
 * @param repeats the reference again, the tests in another order each time
 * @param guesses what guessing earns, best first
 * @param suiteFault what was wrong with the tests themselves
 */
public record Evidence(
        SuiteEntry entry,
        List<Trial> trials,
        List<Trial> repeats,
        List<Guess> guesses,
        Mutation mutation,
        Optional<String> suiteFault) {

    public Evidence {
        trials = List.copyOf(trials);
        repeats = List.copyOf(repeats);
        guesses = List.copyOf(guesses);
    }

    /** Nothing was run. */
    public static Evidence none(SuiteEntry entry) {
        return new Evidence(entry, List.of(), List.of(), List.of(), Mutation.unmeasured(""), Optional.empty());
    }

    public List<Trial> references() {
        return trials.stream()
                .filter(trial -> trial.solution().wanted() == LabelledSolution.Label.ACCEPTED)
                .toList();
    }

    public Finding finding(Rule rule, String where, String message) {
        return finding(rule, where, message, "");
    }

    public Finding finding(Rule rule, String where, String message, String detail) {
        return new Finding(rule, entry.suite().id(), entry.file(), entry.line(), where, message, detail);
    }
}
