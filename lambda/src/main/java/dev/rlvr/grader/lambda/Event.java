package dev.rlvr.grader.lambda;

import dev.rlvr.grader.suite.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The samples of an event: a bare list, or one in the wrappings that trainers and gateways put around it. */
final class Event {

    private static final List<String> WRAPPINGS = List.of("body", "input", "batch", "trajectories");

    /** More than any caller nests: a body with an input with a batch. */
    private static final int DEEPEST = 4;

    private Event() {}

    static List<JsonNode> rows(byte[] utf8) {
        var node = parse(utf8);
        for (var depth = 0; depth < DEEPEST && !node.isArray(); depth++) {
            node = unwrapped(node);
        }
        if (!node.isArray()) {
            throw new IllegalArgumentException(
                    "the event holds no list of samples, neither bare nor under one of " + WRAPPINGS);
        }
        return StreamSupport.stream(node.spliterator(), false).toList();
    }

    private static JsonNode unwrapped(JsonNode node) {
        if (node.isString()) {
            return parse(node.stringValue().getBytes(StandardCharsets.UTF_8));
        }
        return WRAPPINGS.stream()
                .filter(node::has)
                .findFirst()
                .<JsonNode>map(node::path)
                .orElse(node);
    }

    private static JsonNode parse(byte[] utf8) {
        return switch (Json.parse(utf8)) {
            case Json.Parsed.Value(var node) -> node;
            case Json.Parsed.Broken(var why) -> throw new IllegalArgumentException("the event is not JSON: " + why);
        };
    }
}
