package dev.rlvr.grader.verify.finding;

import java.nio.file.Path;

/**
 * A rule, and where it is broken.
 *
 * @param suite id of the suite; empty where it could not be read
 * @param line where the suite's row begins in the file, from 1
 * @param where the test, solution or field in the suite, such as {@code test 3}; empty for the suite as a whole
 * @param message one sentence, without a full stop
 * @param detail further lines, such as a diff; may be empty
 */
public record Finding(Rule rule, String suite, Path file, int line, String where, String message, String detail) {

    /** {@code humaneval.jsonl:7: V102 test 3: message}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + rule.code() + (where.isEmpty() ? " " : " " + where + ": ") + message;
    }
}
