package dev.rlvr.grader.suite;

import dev.rlvr.grader.model.Mode;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.TestCase;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The part of a suite that its shape decides, on one line, so that it fits into a table. */
final class Described {

    private Described() {}

    static String suite(Suite suite) {
        var mode = switch (suite.mode()) {
            case Mode.Stdio() -> "stdio";
            case Mode.Function(var entry) -> "function " + entry;
            case Mode.Assert(var names, var entry) -> "assert " + new TreeSet<>(names) + entry;
            case Mode.Inline(var entry) -> "inline " + entry;
        };
        return suite.cases().stream()
                .map(test -> test.id() + "=" + check(test.check()))
                .collect(Collectors.joining("; ", mode + ": ", ""))
                .replace("\n", "|");
    }

    private static String check(TestCase.Check check) {
        return switch (check) {
            case TestCase.Check.Stdio(var stdin, var expected, var _) -> stdin + " > " + expected;
            case TestCase.Check.Call(var arguments, var expected) -> arguments + " > " + expected;
            case TestCase.Check.Code(var code, var test) -> test.isEmpty() ? code : "(" + test + ")";
        };
    }
}
