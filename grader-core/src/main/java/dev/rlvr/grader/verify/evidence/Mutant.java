package dev.rlvr.grader.verify.evidence;

/**
 * The reference with one small mistake.
 *
 * @param line of the mistake in the reference, from 1
 * @param kind of mistake, such as {@code comparison}
 * @param diff unified, of the normalised sources
 * @param source complete program
 */
public record Mutant(int line, String kind, String diff, String source) {}
