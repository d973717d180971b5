package dev.rlvr.grader.model;

/** Whose fault it is that a sample could not be graded. Never the model's. */
public enum Fault {
    /** The tests, or the reference to them, are broken. */
    SUITE,
    /** We are. */
    INFRASTRUCTURE,
    /** The row that carried the sample cannot be read. */
    INPUT
}
