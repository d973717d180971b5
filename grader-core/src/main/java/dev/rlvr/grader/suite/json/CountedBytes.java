package dev.rlvr.grader.suite.json;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** A stream of bytes with one byte of look-ahead, that knows its offset and line. */
final class CountedBytes implements Closeable {

    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private final InputStream stream;
    private final byte[] chunk = new byte[1 << 16];
    private int position;
    private int end;
    private long chunkOffset;
    private int line = 1;

    CountedBytes(InputStream stream) {
        this.stream = stream;
    }

    /** The next byte without taking it, or -1 at the end. */
    int peek() throws IOException {
        if (position == end && !fill()) {
            return -1;
        }
        return chunk[position] & 0xFF;
    }

    int read() throws IOException {
        var next = peek();
        if (next >= 0) {
            position++;
            if (next == '\n') {
                line++;
            }
        }
        return next;
    }

    void skipWhitespace() throws IOException {
        for (int next = peek(); next == ' ' || next == '\t' || next == '\r' || next == '\n'; next = peek()) {
            read();
        }
    }

    void skipByteOrderMark() throws IOException {
        for (var expected : BYTE_ORDER_MARK) {
            if (peek() != expected) {
                return;
            }
            read();
        }
    }

    long offset() {
        return chunkOffset + position;
    }

    int line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private boolean fill() throws IOException {
        chunkOffset += end;
        position = 0;
        end = Math.max(stream.read(chunk), 0);
        return end > 0;
    }
}
