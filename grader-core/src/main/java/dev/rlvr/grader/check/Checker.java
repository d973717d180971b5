package dev.rlvr.grader.check;

/** Compares an output with the expected one. Sees bytes only: nothing of the candidate is ever executed here. */
@FunctionalInterface
public interface Checker {
    CheckResult check(byte[] actual, byte[] expected);
}
