package dev.rlvr.grader.sandbox;

/** Receives the outcomes of a job's cases, in order, each exactly once. Must not block for long. */
@FunctionalInterface
public interface JobListener {

    /**
     * @param index position in {@link Job#cases()}
     * @return whether to go on; false cancels the cases that have not started
     */
    boolean caseFinished(int index, CaseOutcome outcome);
}
