package dev.rlvr.grader.model;

/**
 * One named number of a grade.
 *
 * @param reward whether it took part in the reward, or is only reported
 */
public record Component(String name, double value, boolean reward) {
    public Component {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " is not a finite number");
        }
    }
}
