package dev.rlvr.grader.suite;

import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.suite.json.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Reads one suite, in our own form or in any of those that {@code docs/suites.md} lists, recognised by shape.
 *
 * <p>Throws nothing but {@link SuiteException}, whatever the document contains.
 */
public final class SuiteReader {

    /** A line of {@link Suite#setup} that stands for the imports and classes which LeetCode gives to every solution. */
    public static final String LEETCODE_PRELUDE = "#grader:prelude leetcode";

    private SuiteReader() {}

    /**
     * @param origin file and line, put in front of every problem
     * @param defaultId the id of a suite that does not say its own
     * @throws SuiteException with every problem of the document
     */
    public static Suite read(JsonNode document, String origin, String defaultId) {
        var problems = new Problems(origin);
        var row = new Row(document);
        var own = OwnForm.find(row);
        return own.isPresent()
                ? new OwnForm(own.get(), defaultId, problems).read()
                : ForeignForm.read(row, defaultId, problems);
    }

    /** As {@link #read(JsonNode, String, String)}, from JSON text. */
    public static Suite read(String json, String origin, String defaultId) {
        return switch (Json.parse(json)) {
            case Json.Parsed.Value(var node) -> read(node, origin, defaultId);
            case Json.Parsed.Broken(var why) -> throw notJson(origin, why);
        };
    }

    /** Whether the document has the fields of a suite in any form; they may still be wrong. */
    public static boolean recognises(JsonNode document) {
        var row = new Row(document);
        return OwnForm.find(row).isPresent() || ForeignForm.recognises(row);
    }

    static SuiteException notJson(String origin, String why) {
        return new SuiteException(List.of(origin + ": not readable as JSON: " + why + "; correct it"));
    }
}
