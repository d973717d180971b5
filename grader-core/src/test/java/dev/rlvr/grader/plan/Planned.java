package dev.rlvr.grader.plan;

import dev.rlvr.grader.model.CheckerSpec;
import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.model.Mode;
import dev.rlvr.grader.model.ScoringSpec;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.model.TestCase.Check;
import dev.rlvr.grader.model.TestGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Suites with one test, and what Python says of a planned file. */
final class Planned {

    private Planned() {}

    static Suite suite(Mode mode, String prompt, String setup) {
        return suite(mode, prompt, setup, new Check.Stdio("in", "out"));
    }

    static Suite suite(Mode mode, String prompt, String setup, Check check) {
        return new Suite(
                "suite",
                "python",
                mode,
                prompt,
                setup,
                "",
                List.of(new TestGroup("all", 1)),
                List.of(new TestCase("1", "all", 1, check)),
                Limits.DEFAULT,
                CheckerSpec.TOKENS,
                ScoringSpec.FRACTION);
    }

    /** Compiled, not run. */
    static boolean pythonCompiles(String source) {
        try {
            var compiler = new ProcessBuilder(
                            "/usr/bin/python3", "-c", "import sys; compile(sys.stdin.read(), 'x', 'exec')")
                    .redirectErrorStream(true)
                    .start();
            try (var in = compiler.getOutputStream()) {
                in.write(source.getBytes(StandardCharsets.UTF_8));
            }
            compiler.getInputStream().readAllBytes();
            return compiler.waitFor() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
