package dev.rlvr.grader.model;

import java.util.Optional;

/**
 * One completion to grade.
 *
 * @param id echoed in the result; unique names are the caller's affair
 * @param task groups the completions of one problem, for pass@k
 * @param completion what the model wrote, reasoning and prose included
 * @param suite which tests decide
 */
public record Sample(String id, String task, String completion, SuiteRef suite) {

    /** Where the tests are. */
    public sealed interface SuiteRef {

        /** In the suites that were given to the grader, under this name. */
        record Named(String name) implements SuiteRef {}

        /** In the sample's own row: a JSON document in any of the shapes that {@code suite} reads. */
        record Inline(String json) implements SuiteRef {}

        /** Nowhere to be found in the row. */
        record Missing(String why) implements SuiteRef {}
    }

    /** The name of the suite, where it has one. */
    public Optional<String> suiteName() {
        return suite instanceof SuiteRef.Named(var name) ? Optional.of(name) : Optional.empty();
    }
}
