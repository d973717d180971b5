package dev.rlvr.grader.verify.finding;

/** How bad a finding is, worst first. */
public enum Severity {
    /** The suite punishes right code, rewards wrong code for certain, or cannot be used. */
    ERROR,
    /** Training on it teaches less than it could, or something else. */
    WARNING,
    /** Worth knowing. */
    NOTE
}
