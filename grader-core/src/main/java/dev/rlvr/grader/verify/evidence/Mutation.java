package dev.rlvr.grader.verify.evidence;

import dev.rlvr.grader.suite.LabelledSolution;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How mutants of the reference fared.
 *
 * @param reference what they were made of; empty if there are none
 * @param trials without mutants that compile to the reference itself, or not at all
 * @param equivalent so many were left out because they compile to the reference, or to another mutant
 * @param inputs so many generated inputs were tried on each survivor
 * @param further mutants that were not asked for, pass every test, and are known to be wrong; no part of the score
 * @param tests what was learned of the tests on the way
 * @param unmeasured why there are none; empty if there are
 */
public record Mutation(
        Optional<LabelledSolution> reference,
        List<MutantTrial> trials,
        int equivalent,
        int inputs,
        List<MutantTrial> further,
        Tests tests,
        String unmeasured) {

    /**
     * What test code asks for, and what it looks at.
     *
     * @param edges what no test has in an argument of the candidate, with the reference's answer to it
     * @param unchecked calls of the candidate after which nothing looks at what came back
     */
    public record Tests(List<Witness> edges, List<String> unchecked) {

        static final Tests UNKNOWN = new Tests(List.of(), List.of());

        public Tests {
            edges = List.copyOf(edges);
            unchecked = List.copyOf(unchecked);
        }
    }

    public Mutation {
        trials = List.copyOf(trials);
        further = List.copyOf(further);
    }

    public static Mutation unmeasured(String why) {
        return new Mutation(Optional.empty(), List.of(), 0, 0, List.of(), Tests.UNKNOWN, why);
    }

    public long killed() {
        return trials.stream().filter(MutantTrial::killed).count();
    }

    public List<MutantTrial> provenSurvivors() {
        return trials.stream().filter(MutantTrial::provenSurvivor).toList();
    }

    /** All that pass and are known to be wrong. */
    public List<MutantTrial> wrong() {
        return Stream.concat(provenSurvivors().stream(), further.stream()).toList();
    }

    /** Passed, and no input is known on which they differ from the reference. */
    public List<MutantTrial> unproven() {
        return trials.stream()
                .filter(trial -> !trial.killed() && !trial.provenSurvivor())
                .toList();
    }

    /** Whether nothing is known of survivors, because no input could be made to try them on. */
    public boolean unexamined() {
        return inputs == 0 && !unproven().isEmpty();
    }

    /**
     * Killed mutants over those that are known to be wrong; 1 if there are none. Where nothing is known of survivors they
     * count as wrong, so that it may be more.
     */
    public double score() {
        var wrong =
                killed() + provenSurvivors().size() + (unexamined() ? unproven().size() : 0);
        return wrong == 0 ? 1 : (double) killed() / wrong;
    }
}
