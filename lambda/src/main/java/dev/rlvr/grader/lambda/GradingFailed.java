package dev.rlvr.grader.lambda;

/** Samples could not be graded, and not because of anything in them. */
public final class GradingFailed extends RuntimeException {

    GradingFailed(int ungraded, int samples, String reason) {
        super(ungraded + " of " + samples + " samples could not be graded; invoke again. The first reason: " + reason);
    }
}
