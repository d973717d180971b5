package dev.rlvr.grader.reward;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One JSON object, read field by field. Problems are collected, so that a reader can go on with a default and find the
 * next one; {@link #close} on the outermost object throws what was found. A key that nobody asked for is a problem.
 */
final class Fields {

    private final JsonNode node;
    private final String path;
    private final List<String> problems;
    private final List<Fields> nested = new ArrayList<>();
    private final TreeSet<String> asked = new TreeSet<>();

    private Fields(JsonNode node, String path, List<String> problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
        if (!node.isObject()) {
            problems.add((path.isEmpty() ? "the document" : path) + ": must be an object");
        }
    }

    static Fields of(JsonNode node) {
        return new Fields(node, "", new ArrayList<>());
    }

    double number(String key, double absent) {
        return value(
                key,
                "a finite number",
                absent,
                node -> node.isNumber() && Double.isFinite(node.asDouble()),
                JsonNode::asDouble);
    }

    long whole(String key, long absent) {
        return value(key, "a whole number, 0 or more", absent, Fields::isWhole, JsonNode::asLong);
    }

    private static boolean isWhole(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong() && node.asLong() >= 0;
    }

    boolean flag(String key, boolean absent) {
        return value(key, "true or false", absent, JsonNode::isBoolean, JsonNode::asBoolean);
    }

    String text(String key, String absent) {
        return value(key, "a string", absent, JsonNode::isString, JsonNode::asString);
    }

    List<String> texts(String key, List<String> absent) {
        return value(
                key,
                "a list of strings",
                absent,
                Fields::isTexts,
                node -> node.valueStream().map(JsonNode::asString).toList());
    }

    private static boolean isTexts(JsonNode node) {
        return node.isArray() && node.valueStream().allMatch(JsonNode::isString);
    }

    <T> T oneOf(String key, Map<String, T> choices, T absent) {
        var names = new TreeSet<>(choices.keySet());
        return value(
                key,
                "one of " + String.join(", ", names),
                absent,
                node -> node.isString() && choices.containsKey(node.asString()),
                node -> choices.getOrDefault(node.asString(), absent));
    }

    /** The object in that field; an absent one is empty. */
    Fields object(String key) {
        asked.add(key);
        var child = node.has(key) ? node.get(key) : JsonNodeFactory.instance.objectNode();
        return nest(child, at(key));
    }

    List<Fields> objects(String key) {
        var items = value(
                key,
                "a list of objects",
                List.<JsonNode>of(),
                JsonNode::isArray,
                node -> node.valueStream().toList());
        var fields = new ArrayList<Fields>();
        for (var item : items) {
            fields.add(nest(item, at(key) + "[" + fields.size() + "]"));
        }
        return fields;
    }

    private Fields nest(JsonNode child, String childPath) {
        var fields = new Fields(child, childPath, problems);
        nested.add(fields);
        return fields;
    }

    private <T> T value(String key, String what, T absent, Predicate<JsonNode> fits, Function<JsonNode, T> read) {
        asked.add(key);
        if (!node.has(key)) {
            return absent;
        }
        if (fits.test(node.get(key))) {
            return read.apply(node.get(key));
        }
        report(at(key) + ": must be " + what);
        return absent;
    }

    /** What the constructor makes of the fields; if it refuses them, that is a problem, and {@code otherwise} stands in. */
    <T> T build(T otherwise, Supplier<T> constructor) {
        try {
            return constructor.get();
        } catch (IllegalArgumentException e) {
            report((path.isEmpty() ? "" : path + ": ") + e.getMessage());
            return otherwise;
        }
    }

    /** @throws IllegalArgumentException with all problems, one per line */
    void close() {
        reportUnknown();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    private void reportUnknown() {
        for (var key : node.propertyNames()) {
            if (!asked.contains(key)) {
                report(at(key) + ": unknown key; the nearest is \"" + nearest(key) + "\"");
            }
        }
        nested.forEach(Fields::reportUnknown);
    }

    private String nearest(String key) {
        return asked.stream()
                .min(Comparator.comparingInt(known -> EditDistance.between(key, known)))
                .orElse("none");
    }

    private void report(String problem) {
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
