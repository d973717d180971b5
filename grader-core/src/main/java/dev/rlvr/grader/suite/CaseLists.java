package dev.rlvr.grader.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lists of objects with an input and an output each, under the many names that these have. */
final class CaseLists implements Shape {

    private static final List<String> LISTS = List.of("test_cases", "testcases", "tests", "unit_tests", Row.NAMELESS);

    /** LiveCodeBench splits its tests in two. */
    private static final List<String> PARTS = List.of("public_test_cases", "private_test_cases");

    private static final List<String> INPUTS = List.of("input", "stdin", "args", "arguments", "inputs");
    private static final List<String> OUTPUTS =
            List.of("output", "expected_output", "expected", "stdout", "answer", "outputs");

    @Override
    public boolean fits(Row row) {
        return !lists(row).isEmpty();
    }

    @Override
    public Tests read(Reading reading) {
        var examples = new ArrayList<Example>();
        for (var list : lists(reading.row())) {
            if (!list.node().isArray()) {
                reading.problems().add(list.path(), "is not a JSON list of tests; decode it first");
            }
            for (var i = 0; i < list.node().size(); i++) {
                var item = list.at(i).decoded();
                if (item.node().isObject()) {
                    examples.add(example(item));
                } else {
                    reading.problems().add(item.path(), "is not an object with an input and an output; write one");
                }
            }
        }
        return new Examples(reading).read(examples, false);
    }

    private static Example example(Row.Field item) {
        return new Example(item.path(), present(item, INPUTS), present(item, OUTPUTS), kind(item));
    }

    /** Null is a value here: a function may well return None. */
    private static Optional<Row.Field> present(Row.Field item, List<String> names) {
        return item.firstOf(names)
                .or(() -> names.stream()
                        .map(item::at)
                        .filter(field -> field.node().isNull())
                        .findFirst());
    }

    private static Example.Kind kind(Row.Field item) {
        var said = item.firstOf(List.of("testtype", "type"))
                .filter(field -> field.node().isString())
                .map(field -> field.node().stringValue().toLowerCase(Locale.ROOT))
                .orElse("");
        if (said.startsWith("stdin") || item.node().has("stdin")) {
            return Example.Kind.STDIN;
        }
        return said.startsWith("function") || item.node().has("args") ? Example.Kind.CALL : Example.Kind.UNSAID;
    }

    private static List<Row.Field> lists(Row row) {
        for (var layer : row.layers()) {
            for (var name : LISTS) {
                var list = layer.at(name).decoded();
                if (list.node().path(0).isObject()) {
                    return List.of(list);
                }
            }
            var parts = PARTS.stream()
                    .map(name -> layer.at(name).decoded())
                    .filter(part -> part.node().isString() || !part.node().isEmpty())
                    .toList();
            if (parts.stream().anyMatch(part -> part.node().path(0).isObject())) {
                return parts;
            }
        }
        return List.of();
    }
}
