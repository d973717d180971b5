package dev.rlvr.grader.verify.evidence;

import java.util.List;

/**
 * How mutants of the reference fared.
 *
 * @param trials without mutants that compile to the reference itself
 * @param inputs so many generated inputs were tried on each survivor
 * @param unmeasured why there are none; empty if there are
 */
public record Mutation(List<MutantTrial> trials, int inputs, String unmeasured) {

    public Mutation {
        trials = List.copyOf(trials);
    }

    public static Mutation unmeasured(String why) {
        return new Mutation(List.of(), 0, why);
    }

    public long killed() {
        return trials.stream().filter(MutantTrial::killed).count();
    }

    public List<MutantTrial> provenSurvivors() {
        return trials.stream().filter(MutantTrial::provenSurvivor).toList();
    }

    /** Neither killed nor told apart from the reference by any generated input: most likely the same program. */
    public long presumedEquivalent() {
        return trials.size() - killed() - provenSurvivors().size();
    }

    /** Killed mutants over those that are known to be wrong; 1 if there are none. */
    public double score() {
        var wrong = killed() + provenSurvivors().size();
        return wrong == 0 ? 1 : (double) killed() / wrong;
    }
}
