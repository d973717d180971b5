package dev.rlvr.grader.sample;

import dev.rlvr.grader.suite.json.Json;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The text of a message, in any of the ways in which chat formats write it. */
final class Content {

    private Content() {}

    /**
     * Text, {@code {"text": ...}}, a message with {@code content}, or a list of these. Parts of other types, such as
     * images, have no text; null, as in a turn that only calls tools, is no text either.
     */
    static String text(JsonNode node, String path) {
        if (node.isString()) {
            return node.stringValue();
        }
        if (node.isNull()) {
            return "";
        }
        if (node.isArray()) {
            return node.values().stream().map(part -> part(part, path)).collect(Collectors.joining());
        }
        if (node.isObject()) {
            return part(node, path);
        }
        throw new RowProblem(
                path, "is " + Json.kind(node) + "; write text, or a list of {\"type\": \"text\", \"text\": ...}");
    }

    private static String part(JsonNode part, String path) {
        if (part.isString()) {
            return part.stringValue();
        }
        if (part.path("text").isString()) {
            return part.path("text").stringValue();
        }
        if (part.has("content")) {
            return text(part.path("content"), path);
        }
        if (part.isObject() && part.path("type").isString() && !part.has("text")) {
            return "";
        }
        throw new RowProblem(path, "has a part without text; write {\"type\": \"text\", \"text\": ...}");
    }
}
