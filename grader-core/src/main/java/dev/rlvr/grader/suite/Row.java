package dev.rlvr.grader.suite;

import dev.rlvr.grader.suite.json.Json;
import dev.rlvr.grader.suite.python.PythonModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A row of somebody's data set with its wrappers taken off.
 *
 * <p>Data sets put the tests into {@code reward_model.ground_truth}, {@code input_output} and so on, as objects or as JSON
 * in a string, and leave what belongs to them (entry point, time limit, solution) outside. So a row is a stack of
 * layers, innermost first, and a field is looked for from the inside out.
 */
final class Row {

    /** The name of what has none: a list or a piece of code that is itself the value of a wrapper. */
    static final String NAMELESS = "";

    /** Fields that may hold the tests, or the object they are in, in the order of preference. */
    private static final List<String> WRAPPERS = List.of(
            "reference_answer",
            "ground_truth",
            "reward_model",
            "verification_info",
            "input_output",
            "tests",
            "test_cases",
            "test",
            "text",
            "metadata",
            "extra_info");

    /** Wrappers whose value may be a plain list of tests. Elsewhere a list under its own name says more. */
    private static final Set<String> BARE = Set.of("reference_answer", "ground_truth");

    private static final int MAX_WRAPPERS = 6;

    /**
     * A value and its place.
     *
     * @param path for messages
     */
    record Field(String path, JsonNode node) {

        Field decoded() {
            return new Field(path, Json.decode(node));
        }

        Field at(int index) {
            return new Field(path + "[" + index + "]", node.path(index));
        }

        Field at(String name) {
            return new Field(join(path, name), node.path(name));
        }

        /** The first of these that is there and not null. */
        Optional<Field> firstOf(List<String> names) {
            return names.stream()
                    .map(this::at)
                    .filter(field ->
                            !field.node().isMissingNode() && !field.node().isNull())
                    .findFirst();
        }
    }

    private final List<Field> layers = new ArrayList<>();

    Row(JsonNode document) {
        unwrap(new Field("", Json.decode(document)), 0);
    }

    /** The first layer that has one of these fields, other than null. */
    Optional<Field> find(List<String> names) {
        return layers.stream().flatMap(layer -> layer.firstOf(names).stream()).findFirst();
    }

    Optional<Field> find(String... names) {
        return find(List.of(names));
    }

    /** The first of these fields that is text and not blank; those of other types are somebody else's business. */
    String text(String... names) {
        for (var layer : layers) {
            for (var name : names) {
                var node = layer.node().path(name);
                if (node.isString() && !node.stringValue().isBlank()) {
                    return node.stringValue();
                }
            }
        }
        return "";
    }

    /** Innermost first. */
    List<Field> layers() {
        return List.copyOf(layers);
    }

    private void unwrap(Field field, int depth) {
        if (!field.node().isObject()) {
            if (field.node().isArray() || isTestCode(field.node())) {
                layers.add(new Field(
                        field.path(), JsonNodeFactory.instance.objectNode().set(NAMELESS, field.node())));
            }
            return;
        }
        for (var name : WRAPPERS) {
            var inner = field.at(name).decoded();
            var bare =
                    BARE.contains(name) || (name.equals("text") && field.node().size() == 1);
            if (depth < MAX_WRAPPERS && (bare || inner.node().isObject())) {
                unwrap(inner, depth + 1);
            }
        }
        layers.add(field);
    }

    private static boolean isTestCode(JsonNode node) {
        return node.isString() && PythonModule.of(node.stringValue()).asserts();
    }

    private static String join(String path, String name) {
        return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
    }
}
