package dev.rlvr.grader.extract;

import dev.rlvr.grader.model.CheckerSpec;
import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.model.Mode;
import dev.rlvr.grader.model.ScoringSpec;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.model.TestGroup;
import java.util.List;
import java.util.Set;

/** Suites with one test, as the extractor sees nothing of the tests. */
final class Suites {

    private Suites() {}

    static Suite stdio() {
        return suite("python", new Mode.Stdio(), "");
    }

    static Suite stdio(String language) {
        return suite(language, new Mode.Stdio(), "");
    }

    static Suite function(String entryPoint) {
        return suite("python", new Mode.Function(entryPoint), "");
    }

    static Suite asserting(String... entryPoints) {
        return suite("python", new Mode.Assert(Set.of(entryPoints), ""), "");
    }

    static Suite continuing(String prompt, String entryPoint) {
        return suite("python", new Mode.Assert(Set.of(entryPoint), entryPoint), prompt);
    }

    private static Suite suite(String language, Mode mode, String prompt) {
        var test = new TestCase("1", "all", 1, new TestCase.Check.Stdio("", ""));
        return new Suite(
                "suite",
                language,
                mode,
                prompt,
                "",
                "",
                List.of(new TestGroup("all", 1)),
                List.of(test),
                Limits.DEFAULT,
                CheckerSpec.TOKENS,
                ScoringSpec.FRACTION);
    }
}
