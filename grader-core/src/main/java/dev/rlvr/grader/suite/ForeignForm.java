package dev.rlvr.grader.suite;

import dev.rlvr.grader.model.Mode;
import dev.rlvr.grader.model.ScoringSpec;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.suite.json.Json;
import dev.rlvr.grader.suite.json.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Rows of other people's data sets, recognised by the fields they have. */
final class ForeignForm {

    /** Tried in this order: code that asserts says more than examples that a row may have besides. */
    private static final List<Shape> SHAPES =
            List.of(new AssertLists(), new TestModules(), new InputsOutputs(), new CaseLists());

    private ForeignForm() {}

    static boolean recognises(Row row) {
        return shape(row).isPresent();
    }

    static Suite read(Row row, String defaultId, Problems problems) {
        var id = Identity.of(row).orElse(defaultId);
        var language = Language.of(row, id, problems);
        var solutions = Solutions.of(row, language);
        var limits = ForeignLimits.of(row, problems);
        var shape = shape(row);
        if (shape.isEmpty()) {
            problems.add("", unrecognised(row));
            throw problems.asException();
        }
        var tests =
                shape.get().read(new Shape.Reading(row, language, solutions, EntryPoint.of(row, problems), problems));
        if (!problems.none()) {
            throw problems.asException();
        }
        return new Suite(
                id,
                language,
                tests.mode(),
                solutions.prompt(),
                setup(row, tests.mode(), solutions),
                solutions.reference(),
                List.of(Tests.ALL),
                tests.cases(),
                limits,
                tests.checker(),
                ScoringSpec.FRACTION);
    }

    private static Optional<Shape> shape(Row row) {
        return SHAPES.stream().filter(shape -> shape.fits(row)).findFirst();
    }

    private static String setup(Row row, Mode mode, Solutions solutions) {
        if (mode instanceof Mode.Inline) {
            return row.text("test_setup");
        }
        var leetcode = TestModules.leetcode(mode) || (mode instanceof Mode.Function && solutions.leetcode());
        return leetcode ? SuiteReader.LEETCODE_PRELUDE + "\n" : "";
    }

    private static String unrecognised(Row row) {
        var fields = row.layers().stream()
                .flatMap(layer -> layer.node().properties().stream())
                .map(field -> field.getKey() + " is " + describe(field.getValue()))
                .distinct()
                .limit(12)
                .collect(Collectors.joining(", "));
        return "no tests found (" + (fields.isEmpty() ? "it has no fields" : Text.brief(fields, 400))
                + "); write test_list, test with entry_point, inputs with outputs, test_cases, or our own form";
    }

    private static String describe(JsonNode node) {
        return node.isContainer() && node.isEmpty() ? "empty" : Json.kind(node);
    }
}
