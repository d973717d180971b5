package dev.rlvr.grader.model;

/** Tests that are scored together (an IOI subtask). */
public record TestGroup(String id, double weight) {
    public TestGroup {
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("the weight of group " + id + " must be a positive number");
        }
    }
}
