package dev.rlvr.grader.suite.json;

import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one JSON mapper for suites and samples, as strict as rows written by Python's {@code json.dumps} allow.
 *
 * <p>A key that occurs twice in one object is an error: which of the two counts would be a guess. {@code NaN} and
 * {@code Infinity} are read, because data sets contain them in fields nobody needs; who needs a field checks it.
 */
public final class Json {

    /** How often a value may be JSON inside of a JSON string. Twice is seen in the wild. */
    private static final int MAX_ENCODINGS = 4;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(500)
                            .maxNumberLength(10_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            // A lone surrogate has no UTF-8 form; as an escape it survives the way into a sandbox.
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    /** What a text turned out to be. */
    public sealed interface Parsed {
        record Value(JsonNode node) implements Parsed {}

        /** @param why says where in the text */
        record Broken(String why) implements Parsed {}
    }

    private Json() {}

    public static Parsed parse(byte[] utf8) {
        try {
            return checked(MAPPER.readTree(utf8));
        } catch (JacksonException e) {
            return broken(e);
        }
    }

    public static Parsed parse(String text) {
        try {
            return checked(MAPPER.readTree(text));
        } catch (JacksonException e) {
            return broken(e);
        }
    }

    static JsonParser tokens(InputStream stream) {
        return MAPPER.createParser(stream);
    }

    /** The node as ASCII text. */
    public static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** The value that a string encodes if it is JSON again, or the node itself. */
    public static JsonNode decode(JsonNode node) {
        var value = node;
        for (var i = 0; i < MAX_ENCODINGS && looksEncoded(value); i++) {
            if (!(parse(value.stringValue()) instanceof Parsed.Value(var inner))) {
                break;
            }
            value = inner;
        }
        return value;
    }

    /** Whether a string starts as only a JSON object, list or string does. */
    public static boolean looksEncoded(JsonNode node) {
        if (!node.isString()) {
            return false;
        }
        var text = node.stringValue().stripLeading();
        return !text.isEmpty() && "{[\"".indexOf(text.charAt(0)) >= 0;
    }

    /** A few words for a message, such as {@code a list}. */
    public static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> "text";
            case NUMBER -> "a number";
            case BOOLEAN -> node.asBoolean() ? "true" : "false";
            case NULL -> "null";
            case MISSING -> "missing";
            case BINARY, POJO -> "not JSON";
        };
    }

    private static Parsed checked(JsonNode node) {
        return node.isMissingNode() ? new Parsed.Broken("the text is empty") : new Parsed.Value(node);
    }

    private static Parsed broken(JacksonException e) {
        var at = e.getLocation();
        var where = at == null || at.getColumnNr() < 0
                ? ""
                : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + " of it)";
        return new Parsed.Broken(Text.brief(e.getOriginalMessage().replaceAll("\\s+", " "), 200) + where);
    }
}
