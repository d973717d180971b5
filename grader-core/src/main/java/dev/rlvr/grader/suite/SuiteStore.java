package dev.rlvr.grader.suite;

import java.util.Optional;

/** Suites that are kept under their names somewhere else than on this machine. Thread-safe. */
@FunctionalInterface
public interface SuiteStore {

    /**
     * @param name as a sample wrote it: any text
     * @return the suite as JSON text; empty if there is none of this name
     * @throws SuiteUnavailable if it cannot be known
     */
    Optional<String> text(String name);
}
