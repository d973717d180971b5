package dev.rlvr.grader.sample;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.Iterator;

/** Reads the samples of one file (JSON lines or a JSON array), a row at a time, in constant memory. */
public final class SampleReader implements Iterator<SampleRow>, Closeable {

    public static SampleReader open(Path file) {
        throw new UnsupportedOperationException(file.toString());
    }

    @Override
    public boolean hasNext() {
        return false;
    }

    @Override
    public SampleRow next() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
