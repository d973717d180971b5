package dev.rlvr.grader.verify.evidence;

/**
 * What somebody scores who has not understood the problem.
 *
 * @param strategy for people, such as {@code always prints "0"}
 * @param reward under the default policy, 0 to 1
 */
public record Guess(String strategy, double reward) {}
