package dev.rlvr.grader.sample;

import dev.rlvr.grader.suite.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The {@code messages} of a row.
 *
 * @param turns in order
 * @param answer index of the last turn that the model wrote, or -1
 */
record Conversation(List<JsonNode> turns, int answer) {

    static final String FIELD = "messages";

    private static final Set<String> MODEL = Set.of("assistant", "nova_assistant");

    static Optional<Conversation> of(JsonNode row) {
        var messages = Json.decode(row.path(FIELD));
        if (messages.isMissingNode() || messages.isNull()) {
            return Optional.empty();
        }
        if (!messages.isArray()) {
            throw new RowProblem(FIELD, "is " + Json.kind(messages) + "; write a list of turns with role and content");
        }
        var answer = -1;
        for (var i = 0; i < messages.size(); i++) {
            if (!messages.get(i).path("role").isString()) {
                throw new RowProblem(
                        FIELD + "[" + i + "].role", "is missing or not text; write user, assistant or system");
            }
            if (MODEL.contains(messages.get(i).path("role").stringValue())) {
                answer = i;
            }
        }
        return Optional.of(new Conversation(List.copyOf(messages.values()), answer));
    }

    boolean endsWithAnswer() {
        return answer >= 0 && answer == turns.size() - 1;
    }

    /** What the model wrote last; empty if it wrote nothing. */
    String answerText() {
        return answer < 0 ? "" : Content.text(turns.get(answer).path("content"), FIELD + "[" + answer + "].content");
    }

    /** What the model was asked: the turns in front of its answer. */
    List<JsonNode> prompt() {
        return answer < 0 ? turns : turns.subList(0, answer);
    }
}
