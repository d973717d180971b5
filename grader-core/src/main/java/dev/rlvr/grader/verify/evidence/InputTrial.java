package dev.rlvr.grader.verify.evidence;

/**
 * What an input validator said of the input of a test.
 *
 * @param validator its name in the package
 * @param problem what is wrong with the input, or with the validator; empty if it accepts
 */
public record InputTrial(String validator, String test, String problem) {}
