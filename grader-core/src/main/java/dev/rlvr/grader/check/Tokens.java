package dev.rlvr.grader.check;

/**
 * Walks over the tokens of a stretch of bytes. What separates them is the white space of C's {@code isspace} and nothing
 * else: a NUL, a no-break space or a byte order mark is part of a token.
 */
final class Tokens {

    private final byte[] bytes;
    private final int limit;
    private int start;
    private int end;
    private int line = 1;
    private int index;

    Tokens(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    Tokens(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.limit = to;
        this.start = from;
        this.end = from;
    }

    /** Moves to the next token. */
    boolean next() {
        var at = end;
        while (at < limit && isSpace(bytes[at])) {
            if (bytes[at] == '\n') {
                line++;
                index = 0;
            }
            at++;
        }
        start = at;
        while (at < limit && !isSpace(bytes[at])) {
            at++;
        }
        end = at;
        index++;
        return start < end;
    }

    static boolean isSpace(byte b) {
        return b == ' ' || (b >= '\t' && b <= '\r');
    }

    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    int length() {
        return end - start;
    }

    /** Line of the token, from 1. */
    int line() {
        return line;
    }

    /** Place of the token in its line, from 1. */
    int index() {
        return index;
    }
}
