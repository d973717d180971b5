package dev.rlvr.grader;

import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Sample;

/** Grades samples. Thread-safe: as many samples are graded at once as callers ask for, bounded by the sandbox. */
public final class Grader implements AutoCloseable {

    Grader() {}

    /** Never throws for what a completion contains; what cannot be graded comes back as {@link Grade.Ungraded}. */
    public Grade grade(Sample sample) throws InterruptedException {
        throw new UnsupportedOperationException(sample.id());
    }

    /** The isolation level of its sandbox, such as {@code namespaces}. */
    public String isolation() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
