package dev.rlvr.grader.model;

/** The program that was found in a completion, ready to run. */
public record Submission(String language, String source) {}
