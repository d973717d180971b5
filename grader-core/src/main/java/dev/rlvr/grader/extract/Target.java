package dev.rlvr.grader.extract;

import dev.rlvr.grader.extract.code.AnyShape;
import dev.rlvr.grader.extract.code.CodeShape;
import dev.rlvr.grader.extract.code.PythonPrompt;
import dev.rlvr.grader.extract.code.PythonShape;
import dev.rlvr.grader.extract.text.FenceLabel;
import dev.rlvr.grader.model.FencedAs;
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
record Target(
        String language,
        Set<String> labels,
        boolean isProgram,
        Set<String> required,
        PythonPrompt prompt,
        CodeShape shape) {

    static Target of(Suite suite, FencedAs fenced) {
        var isPython = fenced.base().equals("python");
        return new Target(
                fenced.base(),
                fenced.labels(),
                suite.mode() instanceof Mode.Stdio,
                required(suite.mode()),
                isPython && !suite.prompt().isBlank() ? PythonPrompt.of(suite.prompt()) : PythonPrompt.NONE,
                isPython ? new PythonShape() : new AnyShape());
    }

    boolean wants(FenceLabel label) {
        return switch (label) {
            case FenceLabel.Language(var id) -> id.equals(language) || labels.contains(id);
            case FenceLabel.Unlabelled(var word) -> labels.contains(word);
            case FenceLabel.NotCode _, FenceLabel.Markdown _ -> false;
        };
    }

    private static Set<String> required(Mode mode) {
        return switch (mode) {
            case Mode.Stdio() -> Set.of();
            case Mode.Function(var entryPoint) -> Set.of(entryPoint);
            case Mode.Inline(var entryPoint) -> entryPoint.isEmpty() ? Set.of() : Set.of(entryPoint);
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
