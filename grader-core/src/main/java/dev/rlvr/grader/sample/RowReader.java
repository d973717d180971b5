package dev.rlvr.grader.sample;

import dev.rlvr.grader.model.Sample;
import dev.rlvr.grader.model.Sample.SuiteRef;
import dev.rlvr.grader.suite.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Turns rows into samples. Remembers one number per task, to give the completions of a task different ids. */
final class RowReader {

    private final Map<String, Integer> seen = new HashMap<>();

    /**
     * @param place file and line
     * @param defaultId the id of a row that has none
     */
    List<SampleRow> read(JsonNode row, String place, String defaultId) {
        if (!row.isObject()) {
            return List.of(new SampleRow.Bad(
                    place, place + ": is " + Json.kind(row) + "; write an object with completion or messages"));
        }
        try {
            return samples(row, defaultId);
        } catch (RowProblem e) {
            return List.of(
                    new SampleRow.Bad(id(row).or(() -> taskId(row)).orElse(place), place + ": " + e.getMessage()));
        }
    }

    private List<SampleRow> samples(JsonNode row, String defaultId) {
        var completions = Completions.of(row);
        var suite = References.of(row, completions);
        var ids = ids(row, defaultId, completions);
        var task = task(row, suite).orElse(defaultId);
        var samples = new ArrayList<SampleRow>();
        for (var text : completions.texts()) {
            samples.add(new SampleRow.Good(new Sample(ids.get(samples.size()), task, text, suite)));
        }
        return samples;
    }

    /** The row's own id; for rows that have none, the task's with a number, counted over the whole file. */
    private List<String> ids(JsonNode row, String defaultId, Completions completions) {
        var count = completions.texts().size();
        var own = id(row);
        var task = taskId(row);
        if (own.isPresent() || task.isEmpty()) {
            var id = own.orElse(defaultId);
            return completions.several() ? numbered(id, 0, count) : List.of(id);
        }
        var first = seen.merge(task.get(), count, Integer::sum) - count;
        return numbered(task.get(), first, count);
    }

    private static List<String> numbered(String id, int first, int count) {
        var ids = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            ids.add(id + "#" + (first + i));
        }
        return ids;
    }

    private static Optional<String> id(JsonNode row) {
        var node = row.path("id");
        return node.isBoolean() ? Optional.of(node.asString()) : References.scalar(node);
    }

    private static Optional<String> taskId(JsonNode row) {
        return References.scalar(row.path("task_id"));
    }

    /** What the completions of one problem have in common, best first: its name, the suite's name, the prompt, the tests. */
    private static Optional<String> task(JsonNode row, SuiteRef suite) {
        var prompt = Conversation.of(row)
                .or(() -> Conversation.ofPrompt(row))
                .map(conversation -> String.join(
                        "\n", conversation.prompt().stream().map(Json::write).toList()));
        return taskId(row)
                .or(() -> suite instanceof SuiteRef.Named(var name) ? Optional.of(name) : Optional.empty())
                .or(() -> prompt.filter(text -> !text.isEmpty()).map(RowReader::hash))
                .or(() -> row.has("prompt") ? Optional.of(hash(Json.write(row.path("prompt")))) : Optional.empty())
                .or(() -> suite instanceof SuiteRef.Inline(var json) ? Optional.of(hash(json)) : Optional.empty());
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
