package dev.rlvr.grader.sample;

import dev.rlvr.grader.suite.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The {@code messages} of a row, or a {@code prompt} that is a list of them.
 *
 * @param field where it stands
 * @param turns in order
 * @param answer index of the last turn that the model wrote, or -1
 */
record Conversation(String field, List<JsonNode> turns, int answer) {

    static final String FIELD = "messages";
    private static final String PROMPT = "prompt";

    private static final Set<String> MODEL = Set.of("assistant", "nova_assistant");

    static Optional<Conversation> of(JsonNode row) {
        return in(row, FIELD);
    }

    /** In rows for verl, the turn of the model stands in the same list as what it was asked. */
    static Optional<Conversation> ofPrompt(JsonNode row) {
        return row.path(PROMPT).isArray() ? in(row, PROMPT) : Optional.empty();
    }

    private static Optional<Conversation> in(JsonNode row, String field) {
        var messages = Json.decode(row.path(field));
        if (messages.isMissingNode() || messages.isNull()) {
            return Optional.empty();
        }
        if (!messages.isArray()) {
            throw new RowProblem(field, "is " + Json.kind(messages) + "; write a list of turns with role and content");
        }
        var answer = -1;
        for (var i = 0; i < messages.size(); i++) {
            if (!messages.get(i).path("role").isString()) {
                throw new RowProblem(
                        field + "[" + i + "].role", "is missing or not text; write user, assistant or system");
            }
            if (MODEL.contains(messages.get(i).path("role").stringValue())) {
                answer = i;
            }
        }
        return Optional.of(new Conversation(field, List.copyOf(messages.values()), answer));
    }

    boolean endsWithAnswer() {
        return answer >= 0 && answer == turns.size() - 1;
    }

    /** What the model wrote last; empty if it wrote nothing. */
    String answerText() {
        return answer < 0 ? "" : Content.text(turns.get(answer).path("content"), field + "[" + answer + "].content");
    }

    /** What the model was asked: the turns in front of its answer. */
    List<JsonNode> prompt() {
        return answer < 0 ? turns : turns.subList(0, answer);
    }
}
