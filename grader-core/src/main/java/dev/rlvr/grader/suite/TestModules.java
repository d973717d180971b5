package dev.rlvr.grader.suite;

import dev.rlvr.grader.model.CheckerSpec;
import dev.rlvr.grader.model.Mode;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.suite.json.Json;
import dev.rlvr.grader.suite.python.PythonModule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A piece of test code: HumanEval's {@code check(candidate)}, unittest and pytest modules, or statements that fail.
 *
 * <p>A module with test functions gives one case for each; any other is one case as a whole.
 */
final class TestModules implements Shape {

    private static final List<String> SOURCES =
            List.of("test_code", "test", "tests", "unit_tests", "unit_test", "functional", Row.NAMELESS);

    /** Where test code imports the candidate from. */
    private static final Set<String> CANDIDATE_MODULES = Set.of("solution", "submission", "candidate", "main");

    private static final String SOLUTION = "Solution";

    @Override
    public boolean fits(Row row) {
        return source(row).isPresent();
    }

    @Override
    public Tests read(Reading reading) {
        var source = source(reading.row()).orElseThrow();
        var code = source.node().stringValue();
        var entry = reading.entryPoint();
        var problems = reading.problems();
        if (!reading.python()) {
            return new Tests(new Mode.Inline(entry.last()), List.of(whole("module", code)), CheckerSpec.TOKENS);
        }
        var module = PythonModule.of(code);
        if (module.definesFunction("check") && (module.calls("check") || !entry.missing())) {
            return check(code, module, entry);
        }
        var candidates = module.importedFrom(CANDIDATE_MODULES);
        var cases = module.tests().stream()
                .map(test -> Tests.test(test, new TestCase.Check.Code(code, test)))
                .toList();
        if (cases.isEmpty()) {
            if (module.definesFunction("check")) {
                problems.add("entry_point", "is missing; name the function that check(candidate) is to be called with");
            } else if (!module.asserts()) {
                problems.add(source.path(), "contains no test and no assert, so nothing could fail; add one");
            }
            cases = List.of(whole("module", code));
        }
        if (candidates.isEmpty() && entry.missing()) {
            candidates = PythonModule.of(reading.solutions().reference()).definitions();
        }
        return tests(entryPoints(entry, candidates), "", cases);
    }

    /** Whether the row's candidates are LeetCode's, as far as the tests tell. */
    static boolean leetcode(Mode mode) {
        return mode instanceof Mode.Assert tests && tests.entryPoints().contains(SOLUTION);
    }

    private static Tests check(String code, PythonModule module, EntryPoint entry) {
        var called = module.calls("check") ? code : code + "\n\ncheck(" + entry.expression() + ")\n";
        if (module.mentions(SOLUTION) || entry.outermost().equals(SOLUTION)) {
            return tests(Set.of(SOLUTION), "", List.of(whole("check", called)));
        }
        return tests(
                entryPoints(entry, Set.of()), entry.plain() ? entry.expression() : "", List.of(whole("check", called)));
    }

    private static Tests tests(Set<String> names, String entryPoint, List<TestCase> cases) {
        return new Tests(new Mode.Assert(names, entryPoint), cases, CheckerSpec.TOKENS);
    }

    private static Set<String> entryPoints(EntryPoint entry, Set<String> others) {
        var names = new LinkedHashSet<>(others);
        if (!entry.missing()) {
            names.add(entry.outermost());
        }
        return names;
    }

    private static TestCase whole(String id, String code) {
        return Tests.test(id, new TestCase.Check.Code(code, ""));
    }

    private static Optional<Row.Field> source(Row row) {
        for (var layer : row.layers()) {
            for (var name : SOURCES) {
                var value = layer.at(name);
                if (value.node().isString()
                        && !value.node().stringValue().isBlank()
                        && Json.decode(value.node()).isString()) {
                    return Optional.of(value);
                }
            }
        }
        return Optional.empty();
    }
}
