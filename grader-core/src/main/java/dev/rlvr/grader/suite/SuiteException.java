package dev.rlvr.grader.suite;

import java.util.List;

/** A suite that cannot be used. Carries every problem found in it, each with file, line and field. */
public class SuiteException extends RuntimeException {

    private final List<String> problems;

    public SuiteException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
