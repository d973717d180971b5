package dev.rlvr.grader.sample;

import dev.rlvr.grader.model.Sample.SuiteRef;
import dev.rlvr.grader.suite.SuiteReader;
import dev.rlvr.grader.suite.json.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds where a row says which tests decide, in the order that {@code docs/samples.md} gives.
 *
 * <p>The first place that names a suite or holds something with the shape of one wins. If there is none, the first
 * place with anything in it is taken all the same: reading it later then says what is wrong with it.
 */
final class References {

    /** Fields by which an object without tests may refer to a suite. */
    private static final List<String> NAMES = List.of("suite", "suite_id", "task_id", "text");

    /** Wrappers that have their own place in the order. */
    private static final List<String> WRAPPERS =
            List.of("reference_answer", "ground_truth", "reward_model", "metadata", "extra_info");

    private final JsonNode row;
    private Optional<JsonNode> unrecognised = Optional.empty();

    private References(JsonNode row) {
        this.row = row;
    }

    /** @param completions whose field is not a part of the tests */
    static SuiteRef of(JsonNode row, Completions completions) {
        return new References(row).find(completions);
    }

    private SuiteRef find(Completions completions) {
        var metadata = Json.decode(row.path("metadata"));
        var rewardModel = Json.decode(row.path("reward_model"));
        return at(row, "suite", "")
                .or(() -> at(row, "reference_answer", ""))
                .or(() -> at(metadata, "reference_answer", "metadata."))
                .or(() -> testCases(metadata))
                .or(() -> at(metadata, "ground_truth", "metadata."))
                .or(() -> custom(completions))
                .or(() -> at(rewardModel, "ground_truth", "reward_model."))
                .or(() -> at(row, "ground_truth", ""))
                .or(() -> recognised(Json.decode(row.path("extra_info"))))
                .or(() -> scorerReference(completions))
                .or(() -> scalar(row.path("task_id")).map(SuiteRef.Named::new))
                .or(() -> unrecognised.map(node -> new SuiteRef.Inline(Json.write(node))))
                .orElseGet(() -> new SuiteRef.Missing(
                        "the row names no suite and holds no tests; write reference_answer, suite or task_id"));
    }

    private Optional<SuiteRef> at(JsonNode object, String field, String prefix) {
        return reference(object.path(field), prefix + field);
    }

    private Optional<SuiteRef> reference(JsonNode value, String path) {
        var node = Json.decode(value);
        if (Json.looksEncoded(node) && Json.parse(node.stringValue()) instanceof Json.Parsed.Broken(var why)) {
            throw new RowProblem(path, "starts like JSON but is not readable: " + why + "; correct it");
        }
        // A version number is not the name of a suite, but part of one.
        if (!node.isContainer() && !(path.equals("suite") && node.isNumber())) {
            return scalar(node).map(SuiteRef.Named::new);
        }
        return recognised(node).or(() -> {
            var name = NAMES.stream()
                    .map(node::path)
                    .flatMap(inner -> scalar(inner).stream())
                    .findFirst();
            if (name.isEmpty() && unrecognised.isEmpty()) {
                unrecognised = Optional.of(node);
            }
            return name.map(SuiteRef.Named::new);
        });
    }

    /** The entry point of {@code metadata.test_cases} stands beside them, so the whole object goes along. */
    private Optional<SuiteRef> testCases(JsonNode metadata) {
        var tests = Json.decode(metadata.path("test_cases"));
        return tests.isContainer() ? recognised(metadata) : at(metadata, "test_cases", "metadata.");
    }

    /** Beside a {@code model_response}, {@code response} is what the data set expects of the model. */
    private Optional<SuiteRef> scorerReference(Completions completions) {
        return completions.field().equals("model_response") ? at(row, "response", "") : Optional.empty();
    }

    /** Fields of the row itself. A function's name may stand in the metadata, so those go along. */
    private Optional<SuiteRef> custom(Completions completions) {
        var suite = ((ObjectNode) row).deepCopy().remove(Completions.fields());
        suite.remove(completions.field());
        var bare = suite.deepCopy().remove(WRAPPERS);
        if (!SuiteReader.recognises(bare)) {
            return Optional.empty();
        }
        return Optional.of(new SuiteRef.Inline(
                Json.write(suite.remove(List.of("reference_answer", "ground_truth", "reward_model")))));
    }

    private static Optional<SuiteRef> recognised(JsonNode node) {
        return SuiteReader.recognises(node) ? Optional.of(new SuiteRef.Inline(Json.write(node))) : Optional.empty();
    }

    static Optional<String> scalar(JsonNode node) {
        var text = node.isString() ? node.stringValue().strip() : node.isNumber() ? node.asString() : "";
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
