package dev.rlvr.grader.model;

import java.util.List;

/** The result for one sample. */
public sealed interface Grade {

    String id();

    String task();

    /**
     * @param reward within the range of the policy
     * @param verdict that of the first test that did not pass, else ACCEPTED
     * @param extraction the rule by which the code was found
     * @param isolation the level that every run of this sample had; empty when nothing was run
     * @param note why, where it is not about one test: no code found, compile error
     */
    record Scored(
            String id,
            String task,
            double reward,
            Verdict verdict,
            List<Component> components,
            List<CaseResult> cases,
            String extraction,
            String isolation,
            String note)
            implements Grade {
        public Scored {
            components = List.copyOf(components);
            cases = List.copyOf(cases);
            if (!Double.isFinite(reward)) {
                throw new IllegalArgumentException("the reward of " + id + " is not a finite number");
            }
        }
    }

    record Ungraded(String id, String task, Fault fault, String reason) implements Grade {}
}
