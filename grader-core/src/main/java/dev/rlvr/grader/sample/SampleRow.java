package dev.rlvr.grader.sample;

import dev.rlvr.grader.model.Sample;

/** One row of a samples file. */
public sealed interface SampleRow {

    record Good(Sample sample) implements SampleRow {}

    /**
     * A row that cannot be read. The run goes on without it.
     *
     * @param id the row's id where it has a readable one, else its place
     * @param problem names file, line and field, and says what to do
     */
    record Bad(String id, String problem) implements SampleRow {}
}
