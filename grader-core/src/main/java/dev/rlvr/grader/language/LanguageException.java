package dev.rlvr.grader.language;

import java.util.List;

/** Files that describe languages are wrong: each problem with file, line and field, and what to do. */
public final class LanguageException extends RuntimeException {

    private final List<String> problems;

    LanguageException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    @Override
    public String getMessage() {
        return String.join("\n", problems);
    }

    public List<String> problems() {
        return problems;
    }
}
