package dev.rlvr.grader.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** An expected value. Numbers are kept as they were written, so that nothing is lost before they are compared. */
sealed interface JsonTree {

    record Text(String value) implements JsonTree {}

    record Numeral(String value) implements JsonTree {}

    /** {@code true}, {@code false} or {@code null}. */
    record Word(String value) implements JsonTree {}

    record Elements(List<JsonTree> values) implements JsonTree {}

    record Members(Map<String, JsonTree> values) implements JsonTree {}

    static JsonTree parse(byte[] bytes) {
        try (var parser = JsonText.open(bytes)) {
            return new Reader(parser).document();
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "the expected value is not JSON: " + Printable.quoted(new String(bytes, StandardCharsets.UTF_8)),
                    e);
        }
    }

    /** Keeps the open containers on a stack of its own: depth must not cost call frames. */
    final class Reader {
        private final JsonParser parser;
        private final ArrayDeque<JsonTree> open = new ArrayDeque<>();

        private Reader(JsonParser parser) {
            this.parser = parser;
        }

        private JsonTree document() {
            var root = value(parser.nextToken());
            if (isContainer(root)) {
                open.push(root);
            }
            while (!open.isEmpty()) {
                step(open.element());
            }
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("the expected value is followed by more text");
            }
            return root;
        }

        private void step(JsonTree container) {
            var token = parser.nextToken();
            if (token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT) {
                open.pop();
                return;
            }
            var child = add(container, token);
            if (isContainer(child)) {
                open.push(child);
            }
        }

        private JsonTree add(JsonTree container, JsonToken token) {
            if (!(container instanceof Members(var members))) {
                var child = value(token);
                ((Elements) container).values().add(child);
                return child;
            }
            var name = parser.currentName();
            var child = value(parser.nextToken());
            if (members.put(name, child) != null) {
                throw new IllegalArgumentException(
                        "the expected value has the key " + Printable.quoted(name) + " twice");
            }
            return child;
        }

        private JsonTree value(@Nullable JsonToken token) {
            return switch (token) {
                case START_ARRAY -> new Elements(new ArrayList<>());
                case START_OBJECT -> new Members(new LinkedHashMap<>());
                case VALUE_STRING -> new Text(parser.getString());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Numeral(parser.getString());
                case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> new Word(parser.getString());
                case null, default -> throw new IllegalArgumentException("the expected value is empty");
            };
        }

        private static boolean isContainer(JsonTree value) {
            return value instanceof Elements || value instanceof Members;
        }
    }
}
