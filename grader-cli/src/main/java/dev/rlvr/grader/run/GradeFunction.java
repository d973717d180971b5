package dev.rlvr.grader.run;

import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Sample;

/** Grades one sample: all that a run needs to know of a grader. Must be thread-safe. */
@FunctionalInterface
public interface GradeFunction {
    Grade grade(Sample sample) throws InterruptedException;
}
