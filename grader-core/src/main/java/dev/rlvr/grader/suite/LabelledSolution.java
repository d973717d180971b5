package dev.rlvr.grader.suite;

/**
 * A program that comes with a suite.
 *
 * @param name for messages: the field it stands in
 * @param source complete program
 * @param wanted what it is said to earn
 */
public record LabelledSolution(String name, String source, Label wanted) {

    /** What a solution is said to earn. */
    public enum Label {
        /** Passes every test. */
        ACCEPTED,
        /** Fails some test, in whatever way: data sets seldom say how. */
        REJECTED,
        WRONG_ANSWER,
        TIME_LIMIT,
        MEMORY_LIMIT,
        RUNTIME_ERROR,
        COMPILE_ERROR
    }
}
