package dev.rlvr.grader.lambda;

import dev.rlvr.grader.suite.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the function is invoked with. */
sealed interface Event {

    /** One row for each sample. */
    record Samples(List<JsonNode> rows) implements Event {}

    /** A browser or gateway that asks whether it may send samples. */
    record Probe() implements Event {}

    /** What trainers and gateways put around the list. */
    List<String> WRAPPINGS = List.of("body", "input", "batch", "trajectories");

    /** What makes an object a sample. */
    List<String> SAMPLE = List.of("messages", "prompt", "model_response", "completion");

    /** More than any caller nests: a body with an input with a batch. */
    int DEEPEST = 4;

    /** @throws IllegalArgumentException if the event holds no samples */
    static Event read(byte[] utf8) {
        var node = parse(utf8);
        var method = node.path("requestContext").path("http").path("method").asString("");
        if (method.equals("OPTIONS") || node.path("httpMethod").asString("").equals("OPTIONS")) {
            return new Probe();
        }
        for (var depth = 0; depth < DEEPEST && !node.isArray(); depth++) {
            if (SAMPLE.stream().anyMatch(node::has)) {
                return new Samples(List.of(node));
            }
            node = unwrapped(node);
        }
        if (!node.isArray()) {
            throw new IllegalArgumentException(
                    "the event holds no list of samples, neither bare nor under one of " + WRAPPINGS);
        }
        return new Samples(List.copyOf(node.values()));
    }

    private static JsonNode unwrapped(JsonNode node) {
        if (node.isString()) {
            return parse(node.stringValue().getBytes(StandardCharsets.UTF_8));
        }
        if (node.path("isBase64Encoded").asBoolean(false) && node.path("body").isString()) {
            return parse(Base64.getDecoder().decode(node.path("body").stringValue()));
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
