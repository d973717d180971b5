package dev.rlvr.grader.report.verify;

/** A way to write a run down. */
@FunctionalInterface
public interface Format {

    /** The whole document. */
    String render(Outcome outcome);
}
