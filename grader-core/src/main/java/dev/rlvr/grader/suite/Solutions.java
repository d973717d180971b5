package dev.rlvr.grader.suite;

import dev.rlvr.grader.suite.json.Json;
import dev.rlvr.grader.suite.python.PythonModule;
import tools.jackson.databind.JsonNode;

/**
 * The code around the tests of a row.
 *
 * @param prompt code that completions may continue; prose is not a prompt
 * @param reference complete program, or empty
 * @param starter what candidates are shown to start from, wherever the row keeps it
 */
record Solutions(String prompt, String reference, String starter) {

    private static final String[] REFERENCES = {
        "code", "solution", "solutions", "reference", "reference_python", "reference_solution", "python_correct"
    };

    static Solutions of(Row row, String language) {
        var prompt = row.text("prompt", "complete_prompt", "declaration");
        if (language.equals(Language.PYTHON) && !PythonModule.of(prompt).looksLikeCode()) {
            prompt = "";
        }
        var starter = row.text("starter_code", "problem", "question", "prompt", "question_content");
        var body = row.text("canonical_solution");
        return new Solutions(prompt, body.isEmpty() ? standalone(row) : prompt + body, starter);
    }

    /** Whether candidates are LeetCode's {@code class Solution}. */
    boolean leetcode() {
        return starter.contains("class Solution") || reference.contains("class Solution");
    }

    private static String standalone(Row row) {
        for (var name : REFERENCES) {
            var value = row.find(name).map(field -> Json.decode(field.node()));
            var first = value.map(node -> node.isArray() ? node.path(0) : node).filter(JsonNode::isString);
            if (first.isPresent() && !first.get().stringValue().isBlank()) {
                return first.get().stringValue();
            }
        }
        return "";
    }
}
