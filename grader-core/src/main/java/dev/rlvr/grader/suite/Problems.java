package dev.rlvr.grader.suite;

import dev.rlvr.grader.suite.json.Text;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one document, so that all of it is reported at once. */
final class Problems {

    private final String origin;
    private final List<String> found = new ArrayList<>();

    /** @param origin file and line, put in front of every problem */
    Problems(String origin) {
        this.origin = origin;
    }

    /**
     * @param path the field, such as {@code groups[0].cases[2].weight}; empty for the document as a whole
     * @param problem what is wrong; what to do
     */
    void add(String path, String problem) {
        found.add(origin + ": " + (path.isEmpty() ? "" : Text.brief(path, 120) + ": ") + problem);
    }

    boolean none() {
        return found.isEmpty();
    }

    List<String> all() {
        return List.copyOf(found);
    }

    SuiteException asException() {
        return new SuiteException(found);
    }
}
