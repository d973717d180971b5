package dev.rlvr.grader.suite;

import dev.rlvr.grader.model.CheckerSpec;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.suite.json.Json;
import dev.rlvr.grader.suite.python.PythonModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The arguments and expected values of a suite whose tests call a function. */
final class CallValues {

    /** Where an expected value is a float: far above what rounding does, far below what a wrong formula does. */
    private static final CheckerSpec FLOATS = new CheckerSpec.JsonValue(1e-9, 1e-9);

    private static final Set<String> LIST_TYPES =
            Set.of("list", "List", "tuple", "Tuple", "set", "Set", "Sequence", "Iterable", "Iterator", "frozenset");

    private record Call(JsonNode arguments, JsonNode expected) {}

    private final Problems problems;
    private final List<Call> calls = new ArrayList<>();
    private boolean anyEncoded;

    CallValues(Problems problems) {
        this.problems = problems;
    }

    /**
     * Input as text means LiveCodeBench: one JSON value per line, and an output that is text is JSON too. An input that
     * is a list holds the arguments; a single number, boolean or null is the only argument.
     */
    void add(Row.Field input, Row.Field output) {
        var encoded = input.node().isString();
        var arguments = encoded ? lines(input) : input.node();
        var expected = encoded && output.node().isString()
                ? json(output.path(), output.node().stringValue())
                : output.node();
        if (arguments.isObject()) {
            problems.add(input.path(), "is an object; write the arguments as a list, in the order of the parameters");
        }
        anyEncoded |= encoded;
        checkFinite(input.path(), arguments);
        checkFinite(output.path(), expected);
        var list = arguments.isArray()
                ? arguments
                : JsonNodeFactory.instance.arrayNode().add(arguments);
        calls.add(new Call(list, expected));
    }

    /**
     * Takes the list off that APPS and its descendants put around every expected value.
     *
     * <p>Only if all outputs are lists of one element, since a bare value anywhere, or one in JSON text, shows that there
     * is no such habit. Then
     * the function may still be one that returns a list of one element each time, and the rows do not tell; but the
     * return type in a solution or starter code does, and so does an element that is a list itself, which must be the
     * value. What is left is taken as wrapped: the habit is common, such a function is rare.
     */
    void unwrap(String function, Solutions solutions) {
        var allSingle = calls.stream()
                .allMatch(call -> call.expected().isArray() && call.expected().size() == 1);
        if (!allSingle || anyEncoded) {
            return;
        }
        var returnsList = LIST_TYPES.contains(returnType(function, solutions));
        var elementsAreLists =
                calls.stream().allMatch(call -> call.expected().get(0).isArray());
        if (!returnsList || elementsAreLists) {
            calls.replaceAll(call -> new Call(call.arguments(), call.expected().get(0)));
        }
    }

    List<TestCase.Check.Call> checks() {
        return calls.stream()
                .map(call -> new TestCase.Check.Call(Json.write(call.arguments()), Json.write(call.expected())))
                .toList();
    }

    CheckerSpec checker() {
        return checkerFor(calls.stream().map(Call::expected).toList());
    }

    /** Tolerant if a float is expected anywhere, so that integers of any size stay exact where only they are. */
    static CheckerSpec checkerFor(List<JsonNode> expected) {
        return expected.stream().anyMatch(CallValues::hasFloat) ? FLOATS : CheckerSpec.JSON;
    }

    /** Whether it can be written as JSON: {@code NaN}, {@code Infinity} and 1e999 cannot. */
    static boolean finite(JsonNode node) {
        return node.isContainer()
                ? node.values().stream().allMatch(CallValues::finite)
                : !node.isFloatingPointNumber() || Double.isFinite(node.doubleValue());
    }

    private static boolean hasFloat(JsonNode node) {
        return node.isContainer()
                ? node.values().stream().anyMatch(CallValues::hasFloat)
                : node.isFloatingPointNumber();
    }

    private void checkFinite(String path, JsonNode node) {
        if (!finite(node)) {
            problems.add(path, "holds a number that is not finite, which JSON cannot carry; remove the test");
        }
    }

    private static String returnType(String function, Solutions solutions) {
        var declared = PythonModule.of(solutions.reference()).returnType(function);
        return declared.isEmpty() ? PythonModule.of(solutions.starter()).returnType(function) : declared;
    }

    private JsonNode lines(Row.Field input) {
        var arguments = JsonNodeFactory.instance.arrayNode();
        input.node()
                .stringValue()
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> arguments.add(json(input.path(), line)));
        return arguments;
    }

    private JsonNode json(String path, String text) {
        return switch (Json.parse(text)) {
            case Json.Parsed.Value(var node) -> node;
            case Json.Parsed.Broken(var why) -> {
                problems.add(path, "is text, but not one JSON value per line: " + why + "; quote strings as JSON does");
                yield JsonNodeFactory.instance.nullNode();
            }
        };
    }
}
