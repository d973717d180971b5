package dev.rlvr.grader.run;

import dev.rlvr.grader.sample.SampleRow;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The rows that an earlier run has not scored. */
public final class Remaining implements Iterator<SampleRow> {

    private final Iterator<SampleRow> rows;
    private final DoneIds done;
    private Optional<SampleRow> next = Optional.empty();
    private long skipped;

    public Remaining(Iterator<SampleRow> rows, DoneIds done) {
        this.rows = rows;
        this.done = done;
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && rows.hasNext()) {
            var row = rows.next();
            if (row instanceof SampleRow.Good(var sample) && done.contains(sample.id())) {
                skipped++;
            } else {
                next = Optional.of(row);
            }
        }
        return next.isPresent();
    }

    @Override
    public SampleRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var row = next.orElseThrow();
        next = Optional.empty();
        return row;
    }

    /** To be asked at the end: what is odd about the rows that were skipped, if anything is. Ids that are not unique cannot be resumed well. */
    public Optional<String> oddity() {
        if (skipped > done.size()) {
            return Optional.of(
                    (skipped - done.size()) + " samples were skipped because another one with the same id was"
                            + " graded: --resume needs unique ids");
        }
        return done.size() > 0 && skipped == 0
                ? Optional.of("none of the samples is in the --out file: is it the file of this run?")
                : Optional.empty();
    }
}
