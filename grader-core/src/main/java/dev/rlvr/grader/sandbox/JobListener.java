package dev.rlvr.grader.sandbox;

/** Receives the outcomes of a job's cases, in order, each exactly once. Must not block for long. */
@FunctionalInterface
public interface JobListener {

    /**
     * Hears of the build of a job that has one, once, before any case. Where it did not end with code 0 no case follows.
     */
    default void buildFinished(RunOutcome outcome) {}

    /**
     * @param index position in {@link Job#cases()}
     * @return whether to go on; false cancels the cases that have not started
     */
    boolean caseFinished(int index, CaseOutcome outcome);
}
