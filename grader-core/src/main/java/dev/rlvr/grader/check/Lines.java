package dev.rlvr.grader.check;

/** Walks over the lines that hold at least one token. */
final class Lines {

    private final byte[] bytes;
    private int start;
    private int end = -1;
    private int number;

    Lines(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean next() {
        while (end < bytes.length) {
            start = end + 1;
            end = start;
            var blank = true;
            while (end < bytes.length && bytes[end] != '\n') {
                blank &= Tokens.isSpace(bytes[end]);
                end++;
            }
            number++;
            if (!blank) {
                return true;
            }
        }
        return false;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** From 1, blank lines counted too. */
    int number() {
        return number;
    }
}
