package dev.rlvr.grader.suite;

import dev.rlvr.grader.model.ProgramSource;
import java.util.Optional;

/**
 * A program that comes with a suite.
 *
 * @param name for messages: the field it stands in, or its file
 * @param source complete program; of several files the one it starts with
 * @param wanted what it is said to earn
 * @param program where it is more than source text in the suite's language
 * @param expectation where more is said than a label can
 */
public record LabelledSolution(
        String name, String source, Label wanted, Optional<ProgramSource> program, Optional<Expectation> expectation) {

    /** Source text in the language of the suite. */
    public LabelledSolution(String name, String source, Label wanted) {
        this(name, source, wanted, Optional.empty(), Optional.empty());
    }

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
        COMPILE_ERROR,
        /** Nothing that a label could say. */
        ANY
    }
}
