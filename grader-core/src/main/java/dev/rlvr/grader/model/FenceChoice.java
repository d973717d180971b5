package dev.rlvr.grader.model;

/** Which of several code blocks that could all be the answer is taken for it. */
public enum FenceChoice {
    FIRST,
    /** Models draft first and correct themselves later. */
    LAST
}
