package dev.rlvr.grader.judge;

import dev.rlvr.grader.judge.VerdictRule.Decision;
import dev.rlvr.grader.model.Verdict;
import dev.rlvr.grader.sandbox.RunOutcome;

/**
 * A better word than RUNTIME_ERROR for a Python program that failed, from the last line it wrote to stderr. A program may
 * write there what it likes, but only the names of failures are chosen here, and none of them earns anything.
 */
final class Diagnosis {

    private Diagnosis() {}

    static Decision of(RunOutcome run, String ending) {
        var stderr = run.stderr().text().stripTrailing();
        var last = stderr.substring(stderr.lastIndexOf('\n') + 1);
        return Decision.of(word(stderr, last), last.isEmpty() ? ending : ending + ": " + last);
    }

    static Verdict word(String stderr, String last) {
        if (last.equals("MemoryError") || last.startsWith("MemoryError:")) {
            return Verdict.MEMORY_LIMIT;
        }
        // The compiler's own complaint has no traceback in front; one from exec() or import inside the program has.
        var compiler = last.startsWith("SyntaxError:")
                || last.startsWith("IndentationError:")
                || last.startsWith("TabError:")
                || last.startsWith("SyntaxError");
        return compiler && !stderr.contains("Traceback (most recent call last)")
                ? Verdict.COMPILE_ERROR
                : Verdict.RUNTIME_ERROR;
    }
}
