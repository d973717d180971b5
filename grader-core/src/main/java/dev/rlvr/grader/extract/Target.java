package dev.rlvr.grader.extract;

import dev.rlvr.grader.extract.code.AnyShape;
import dev.rlvr.grader.extract.code.CodeShape;
import dev.rlvr.grader.extract.code.PythonPrompt;
import dev.rlvr.grader.extract.code.PythonShape;
import dev.rlvr.grader.model.Mode;
import dev.rlvr.grader.model.Suite;
import java.util.Set;

/**
 * What is looked for.
 *
 * @param isProgram whether the answer is run as a whole: it will read something and write something
 * @param required names that it has to define, as far as the suite says so
 * @param prompt the end of code that the answer may continue
 */
record Target(String language, boolean isProgram, Set<String> required, PythonPrompt prompt, CodeShape shape) {

    static Target of(Suite suite) {
        var isPython = suite.language().equals("python");
        return new Target(
                suite.language(),
                suite.mode() instanceof Mode.Stdio,
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

    /** How much of what is looked for is there. */
    Completeness completeness(CodeShape.Names names) {
        if (isProgram) {
            var writes = names.writes();
            return Completeness.of(writes && names.reads(), writes);
        }
        return required.isEmpty()
                ? Completeness.of(!names.offered().isEmpty(), false)
                : Completeness.of(
                        names.defined().size() == required.size(),
                        !names.defined().isEmpty());
    }

    enum Completeness {
        NONE,
        SOME,
        ALL;

        private static Completeness of(boolean all, boolean some) {
            return all ? ALL : some ? SOME : NONE;
        }

        boolean above(Completeness other) {
            return compareTo(other) > 0;
        }
    }
}
