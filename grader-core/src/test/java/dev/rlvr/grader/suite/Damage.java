package dev.rlvr.grader.suite;

import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes one random place of a JSON value. */
final class Damage {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Damage() {}

    /** @param others where foreign parts come from */
    static JsonNode of(JsonNode value, List<JsonNode> others, Random random) {
        var copy = value.deepCopy();
        var inside = random.nextInt(5) > 0;
        if (inside && copy instanceof ObjectNode object && !object.isEmpty()) {
            var names = List.copyOf(object.propertyNames());
            var name = names.get(random.nextInt(names.size()));
            if (random.nextInt(8) == 0) {
                object.remove(name);
            } else {
                object.set(name, of(object.get(name), others, random));
            }
            return object;
        }
        if (inside && copy instanceof ArrayNode array && !array.isEmpty()) {
            var index = random.nextInt(array.size());
            array.set(index, of(array.get(index), others, random));
            return array;
        }
        return replacement(copy, others, random);
    }

    private static JsonNode replacement(JsonNode value, List<JsonNode> others, Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextInt());
            case 2 -> NODES.numberNode(random.nextGaussian() * 1e300);
            case 3 -> NODES.stringNode("");
            case 4 -> NODES.stringNode("\uD83D \u0000'\"\"\"(");
            case 5 -> NODES.booleanNode(random.nextBoolean());
            case 6 -> NODES.arrayNode();
            case 7 -> NODES.objectNode();
            case 8 -> NODES.arrayNode().add(value);
            case 9 -> NODES.objectNode().set("text", value);
            case 10 -> NODES.stringNode(value.toString());
            default -> others.get(random.nextInt(others.size()));
        };
    }
}
