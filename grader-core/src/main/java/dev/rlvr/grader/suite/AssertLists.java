package dev.rlvr.grader.suite;

import dev.rlvr.grader.model.CheckerSpec;
import dev.rlvr.grader.model.Mode;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.suite.python.PythonModule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists of assert statements: MBPP's {@code test_list}, verl's {@code assert_case}, {@code {"tests": ["assert ..."]}}. */
final class AssertLists implements Shape {

    private static final List<String> LISTS = List.of(
            "test_list", "assert_case", "asserts", "assertions", "tests", "test_cases", "unit_tests", Row.NAMELESS);

    @Override
    public boolean fits(Row row) {
        return list(row).isPresent();
    }

    @Override
    public Tests read(Reading reading) {
        var row = reading.row();
        var problems = reading.problems();
        var imports = imports(row, problems);
        var asserts = new ArrayList<String>();
        list(row).ifPresent(list -> addTexts(list, asserts, problems));
        row.find("challenge_test_list").ifPresent(list -> addTexts(list.decoded(), asserts, problems));
        var cases = new ArrayList<>(Tests.numbered(asserts.stream()
                .map(code -> new TestCase.Check.Code(imports + code + "\n", ""))
                .toList()));
        // MBPP+ has both; its module holds the tests that make it a plus.
        var module = row.text("test");
        if (PythonModule.of(module).asserts()) {
            cases.add(Tests.test("module", new TestCase.Check.Code(imports + module, "")));
        }
        return new Tests(new Mode.Assert(entryPoints(reading, imports, asserts), ""), cases, CheckerSpec.TOKENS);
    }

    private static Optional<Row.Field> list(Row row) {
        for (var layer : row.layers()) {
            for (var name : LISTS) {
                var value = layer.at(name).decoded();
                if (value.node().isArray() && value.node().path(0).isString()) {
                    return Optional.of(value);
                }
            }
        }
        return Optional.empty();
    }

    private static void addTexts(Row.Field list, List<String> texts, Problems problems) {
        for (var i = 0; i < list.node().size(); i++) {
            var item = list.at(i);
            if (item.node().isString() && !item.node().stringValue().isBlank()) {
                texts.add(item.node().stringValue());
            } else {
                problems.add(item.path(), "is not an assert statement; write it as text, or remove it");
            }
        }
    }

    private static String imports(Row row, Problems problems) {
        var lines = new ArrayList<String>();
        for (var name : List.of("test_imports", "test_setup_code")) {
            row.find(name).map(Row.Field::decoded).ifPresent(field -> {
                if (field.node().isArray()) {
                    addTexts(field, lines, problems);
                } else if (field.node().isString()) {
                    lines.add(field.node().stringValue());
                } else {
                    problems.add(field.path(), "is not code; write a list of lines");
                }
            });
        }
        lines.removeIf(String::isBlank);
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private static Set<String> entryPoints(Reading reading, String imports, List<String> asserts) {
        var names = new LinkedHashSet<String>();
        var named = reading.entryPoint();
        if (!named.missing()) {
            names.add(named.outermost());
        }
        names.addAll(PythonModule.of(reading.solutions().reference()).definitions());
        if (names.isEmpty()) {
            for (var code : asserts) {
                names.add(PythonModule.of(imports + code).calledFunction());
            }
            names.remove("");
        }
        return names;
    }
}
