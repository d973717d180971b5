package dev.rlvr.grader.extract;

import dev.rlvr.grader.model.Mode;
import dev.rlvr.grader.model.Suite;
import java.util.Set;

/**
 * What is looked for.
 *
 * @param required names that the answer has to define; empty where it is a whole program
 * @param prompt the end of code that the answer may continue
 */
record Target(String language, Set<String> required, PythonPrompt prompt, CodeShape shape) {

    static Target of(Suite suite) {
        var isPython = suite.language().equals("python");
        return new Target(
                suite.language(),
                required(suite.mode()),
                isPython && !suite.prompt().isBlank() ? PythonPrompt.of(suite.prompt()) : PythonPrompt.NONE,
                isPython ? new PythonShape() : new AnyShape());
    }

    private static Set<String> required(Mode mode) {
        return switch (mode) {
            case Mode.Stdio() -> Set.of();
            case Mode.Function(var entryPoint) -> Set.of(entryPoint);
            case Mode.Assert(var names, var entryPoint) -> entryPoint.isEmpty() ? names : Set.of(entryPoint);
        };
    }

    /** How much of what is looked for is there. A program is what reads and writes. */
    Completeness completeness(CodeShape.Names names) {
        var all = required.isEmpty()
                ? names.reads() && names.writes()
                : names.defined().size() == required.size();
        var some = required.isEmpty() ? names.writes() : !names.defined().isEmpty();
        return all ? Completeness.ALL : some ? Completeness.SOME : Completeness.NONE;
    }

    enum Completeness {
        NONE,
        SOME,
        ALL;

        boolean above(Completeness other) {
            return compareTo(other) > 0;
        }
    }
}
