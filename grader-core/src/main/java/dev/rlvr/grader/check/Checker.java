package dev.rlvr.grader.check;

/** Compares an output with the expected one. Sees bytes only: nothing of the candidate is ever executed here. */
@FunctionalInterface
public interface Checker {

    /**
     * Never throws for what {@code actual} contains.
     *
     * @throws IllegalArgumentException when {@code expected} is not what this checker compares with, which is the fault
     *     of the suite
     */
    CheckResult check(byte[] actual, byte[] expected);
}
