package dev.rlvr.grader.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the model wrote, according to a row.
 *
 * @param several whether the row holds a list of completions, even if of only one
 * @param field where they were found
 */
record Completions(List<String> texts, boolean several, String field) {

    /** Names that nobody gives to anything but the output of the model under training. */
    private static final List<String> CERTAIN = List.of("model_response", "solution_str");

    private static final List<String> USUAL =
            List.of("completion", "completions", "response", "responses", "generation", "generations");

    /** Names that rows with messages use for the data set's own solution, which must never be graded as the model's. */
    private static final List<String> WITHOUT_MESSAGES = List.of("output", "solution");

    static Completions of(JsonNode row) {
        var conversation = Conversation.of(row);
        return first(row, CERTAIN)
                .or(() -> conversation.filter(Conversation::endsWithAnswer).map(Completions::answer))
                .or(() -> first(row, USUAL))
                .or(() -> conversation.isEmpty() ? first(row, WITHOUT_MESSAGES) : conversation.map(Completions::answer))
                .or(() -> Conversation.ofPrompt(row).map(Completions::answer))
                .orElseThrow(() -> new RowProblem(
                        "completion", "is missing; write the model's text there, or messages that end with its turn"));
    }

    private static Completions answer(Conversation conversation) {
        return new Completions(List.of(conversation.answerText()), false, conversation.field());
    }

    private static Optional<Completions> first(JsonNode row, List<String> names) {
        return names.stream().filter(row::has).findFirst().map(name -> read(row.path(name), name));
    }

    private static Completions read(JsonNode node, String name) {
        if (node.isNull()) {
            throw new RowProblem(name, "is null; write \"\" if the model wrote nothing");
        }
        var plural = name.endsWith("s");
        var several = node.isArray() && (plural || node.path(0).isString());
        if (!several) {
            return new Completions(List.of(Content.text(node, name)), false, name);
        }
        if (node.isEmpty()) {
            throw new RowProblem(name, "is empty; write at least one completion");
        }
        var texts = new ArrayList<String>();
        for (var i = 0; i < node.size(); i++) {
            var path = name + "[" + i + "]";
            if (node.get(i).isNull()) {
                throw new RowProblem(path, "is null; write \"\" if the model wrote nothing");
            }
            texts.add(Content.text(node.get(i), path));
        }
        return new Completions(texts, true, name);
    }

    /** Every field that may hold something the model wrote; none of them is a part of the tests. */
    static List<String> fields() {
        var all = new ArrayList<>(CERTAIN);
        all.addAll(USUAL);
        all.add(Conversation.FIELD);
        return all;
    }
}
