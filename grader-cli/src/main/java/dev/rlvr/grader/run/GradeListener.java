package dev.rlvr.grader.run;

import dev.rlvr.grader.model.Grade;

/** Receives the grades of a run, one call at a time, in the order in which they are finished. */
@FunctionalInterface
public interface GradeListener {

    /** @param index position of the sample in the input, from 0 */
    void graded(long index, Grade grade);
}
