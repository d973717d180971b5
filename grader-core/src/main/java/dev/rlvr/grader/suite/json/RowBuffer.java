package dev.rlvr.grader.suite.json;

import java.util.Arrays;

/** Collects the bytes of one row; what passes the limit is counted, not kept. */
final class RowBuffer {

    private static final int USUAL = 1 << 16;

    private final int limit;
    private byte[] bytes = new byte[USUAL];
    private long length;
    private int line;
    private long offset;

    RowBuffer(int limit) {
        this.limit = limit;
    }

    void start(CountedBytes at) {
        if (bytes.length > 16 * USUAL) {
            bytes = new byte[USUAL];
        }
        length = 0;
        line = at.line();
        offset = at.offset();
    }

    void add(int value) {
        if (length < limit) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(2L * bytes.length, limit));
            }
            bytes[(int) length] = (byte) value;
        }
        length++;
    }

    JsonRows.Row finish() {
        if (length > limit) {
            return new JsonRows.Row.Broken(
                    line, "the row has " + length + " bytes, more than the " + limit + " allowed; split it");
        }
        return new JsonRows.Row.Text(line, offset, Arrays.copyOf(bytes, (int) length));
    }
}
