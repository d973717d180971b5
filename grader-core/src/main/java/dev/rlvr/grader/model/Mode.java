package dev.rlvr.grader.model;

import java.util.Set;

/** How a suite's tests meet the candidate. */
public sealed interface Mode {

    /** The candidate is a program: stdin in, stdout out. */
    record Stdio() implements Mode {}

    /**
     * The candidate is a function, called with JSON arguments.
     *
     * @param entryPoint its name; also found as a method of a class {@code Solution}
     */
    record Function(String entryPoint) implements Mode {}

    /**
     * The tests are code, run in a judge process that reaches the candidate over a pipe.
     *
     * @param entryPoints names that the candidate must define, as far as the suite says so; only these may shadow a
     *     builtin in the tests
     * @param entryPoint what {@code check(candidate)} is called with, or empty where the tests call by name
     */
    record Assert(Set<String> entryPoints, String entryPoint) implements Mode {
        public Assert {
            entryPoints = Set.copyOf(entryPoints);
        }
    }

    /**
     * The tests are code that becomes one program with the candidate. The weakest mode: see docs/threat-model.md.
     *
     * @param entryPoint the function that the tests call, as far as the suite says so; else empty
     */
    record Inline(String entryPoint) implements Mode {}
}
