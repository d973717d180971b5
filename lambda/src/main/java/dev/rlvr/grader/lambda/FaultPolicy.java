package dev.rlvr.grader.lambda;

import dev.rlvr.grader.model.Fault;
import dev.rlvr.grader.model.Grade;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of an invocation in which samples could not be graded through a fault of ours. A 0 would teach the model
 * that its answer was wrong.
 *
 * @param share of the samples up to which those concerned get a neutral reward; beyond it the invocation fails
 */
record FaultPolicy(double share) {

    enum Action {
        FAIL,
        NEUTRAL
    }

    /** No fault fails an invocation. */
    static final FaultPolicy NEUTRAL = new FaultPolicy(1);

    FaultPolicy {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("must lie in 0..1, not " + share);
        }
    }

    /** @throws GradingFailed if too many samples are concerned */
    void check(List<Grade> grades) {
        var reasons = new ArrayList<String>();
        for (var grade : grades) {
            if (grade instanceof Grade.Ungraded ungraded && ungraded.fault() == Fault.INFRASTRUCTURE) {
                reasons.add(ungraded.reason());
            }
        }
        if (reasons.size() > share * grades.size()) {
            throw new GradingFailed(reasons.size(), grades.size(), reasons.getFirst());
        }
    }
}
