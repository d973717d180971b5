package dev.rlvr.grader.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.rlvr.grader.model.ByteSize;
import dev.rlvr.grader.model.FenceChoice;
import dev.rlvr.grader.model.ScoringSpec;
import dev.rlvr.grader.reward.RewardConfig.Conciseness;
import dev.rlvr.grader.reward.RewardConfig.Efficiency;
import dev.rlvr.grader.reward.RewardConfig.Format;
import dev.rlvr.grader.reward.RewardConfig.Range;
import dev.rlvr.grader.reward.RewardConfig.Scoring;
import dev.rlvr.grader.reward.RewardConfig.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RewardConfigTest {

    private static final Path SCHEMA_FILE =
            Path.of(System.getProperty("grader.home"), "testcases/schema/policy.schema.json");

    private static final String EVERY_KEY = """
            {
              "$schema": "policy.schema.json",
              "weights": {"correctness": 5, "format": 4, "compile": 3, "conciseness": 2, "efficiency": 1,
                "correctness_above_baseline": 6, "safety": 7},
              "range": {"min": -1, "max": 2},
              "scoring": {"type": "curve", "points": [{"passed": 0, "score": 0.5}, {"passed": 1, "score": 1}]},
              "pass_threshold": 0.25,
              "only_with_correctness": false,
              "fence": "first",
              "format": {"required_rules": ["raw"]},
              "conciseness": {"full_at_bytes": 10, "zero_at_bytes": 20},
              "efficiency": {"full_at_fraction": 0.5}
            }
            """;

    @Test
    void a_policy_can_be_stretched_to_another_range_and_is_otherwise_the_same() {
        var policy = RewardPolicy.parse("{\"range\": {\"min\": 0, \"max\": 5}, \"pass_threshold\": 0.5}");
        var stretched = policy.withRange(new RewardConfig.Range(-1, 1)).config();

        assertThat(stretched.range()).isEqualTo(new RewardConfig.Range(-1, 1));
        assertThat(stretched.withRange(policy.config().range())).isEqualTo(policy.config());
    }

    @Test
    void an_empty_document_means_the_defaults() {
        assertThat(PolicyFile.parse("{}")).isEqualTo(RewardConfig.DEFAULT);
    }

    @Test
    void the_defaults_are_the_documented_ones() {
        assertThat(RewardConfig.DEFAULT)
                .isEqualTo(new RewardConfig(
                        new Weights(1, 0, 0, 0, 0, 0, 0),
                        new Range(0, 1),
                        new Scoring.OfSuite(),
                        0,
                        true,
                        FenceChoice.LAST,
                        new Format(List.of("fence:last", "fence:first", "fence:joined", "tag")),
                        new Conciseness(new ByteSize(1000), new ByteSize(10_000)),
                        new Efficiency(0.1)));
    }

    @Test
    void every_key_is_mapped() throws IOException {
        assertThat(PolicyFile.parse(EVERY_KEY))
                .isEqualTo(new RewardConfig(
                        new Weights(5, 6, 4, 3, 2, 1, 7),
                        new Range(-1, 2),
                        new Scoring.Always(new ScoringSpec.Curve(
                                List.of(new ScoringSpec.Point(0, 0.5), new ScoringSpec.Point(1, 1)))),
                        0.25,
                        false,
                        FenceChoice.FIRST,
                        new Format(List.of("raw")),
                        new Conciseness(new ByteSize(10), new ByteSize(20)),
                        new Efficiency(0.5)));
        assertThat(keysOfDocument(new JsonMapper().readTree(EVERY_KEY)))
                .isEqualTo(keysOfSchema(new JsonMapper().readTree(Files.readString(SCHEMA_FILE))));
    }

    private static Set<String> keysOfDocument(JsonNode node) {
        var keys = new TreeSet<String>();
        node.properties().forEach(entry -> {
            keys.add(entry.getKey());
            keysOfDocument(entry.getValue()).forEach(key -> keys.add(entry.getKey() + "." + key));
        });
        if (node.isArray()) {
            node.forEach(item -> keys.addAll(keysOfDocument(item)));
        }
        return keys;
    }

    private static Set<String> keysOfSchema(JsonNode schema) {
        var keys = new TreeSet<String>();
        schema.path("properties").properties().forEach(entry -> {
            keys.add(entry.getKey());
            keysOfSchema(entry.getValue()).forEach(key -> keys.add(entry.getKey() + "." + key));
        });
        if (schema.has("items")) {
            keys.addAll(keysOfSchema(schema.get("items")));
        }
        return keys;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                EVERY_KEY,
                "{\"scoring\": {\"type\": \"all_or_nothing\"}}",
                "{\"scoring\": {\"type\": \"weighted_groups\"}, \"pass_threshold\": 1}",
                "{\"scoring\": {\"type\": \"suite\"}}",
                "{\"scoring\": {}}",
                "{\"weights\": {\"correctness\": 0.7, \"format\": 0.3}}",
                "{\"range\": {\"min\": -1}}",
            })
    void schema_and_reader_accept_the_same(String json) throws IOException {
        assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
        assertThat(PolicyFile.parse(json)).isNotNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"wieghts": {}}                  | wieghts: unknown key; the nearest is "weights"
            {"weights": {"corectness": 1}}   | weights.corectness: unknown key; the nearest is "correctness"
            {"weights": {"format": "1"}}     | weights.format: must be a finite number
            {"weights": {"format": true}}    | weights.format: must be a finite number
            {"weights": {"format": -1}}      | weights: a weight must lie in 0..1000000, not -1.0
            {"weights": {"format": 1e9}}     | weights: a weight must lie in 0..1000000, not 1.0E9
            {"weights": []}                  | weights: must be an object
            {"weights": null}                | weights: must be an object
            {"pass_threshold": 1.5}          | pass_threshold must lie in 0..1, not 1.5
            {"only_with_correctness": "yes"} | only_with_correctness: must be true or false
            {"fence": "middle"}              | fence: must be one of first, last
            {"format": {"required_rules": []}}  | format: at least one extraction rule must count as well formed
            {"format": {"required_rules": [1]}} | format.required_rules: must be a list of strings
            {"scoring": {"type": "median"}}  | scoring.type: must be one of all_or_nothing, curve, fraction, suite, weighted_groups
            {"scoring": {"points": []}}      | scoring.points: unknown key; the nearest is "type"
            {"scoring": {"type": "curve"}}   | scoring: a curve needs at least 2 points, the first at 0 and the last at 1
            {"conciseness": {"full_at_bytes": 1.5}} | conciseness.full_at_bytes: must be a whole number, 0 or more
            {"efficiency": {"full_at_fraction": 1}} | efficiency: full_at_fraction must be at least 0 and below 1, not 1.0
            []                               | the document: must be an object
            """)
    void schema_and_reader_refuse_the_same(String json, String problem) throws IOException {
        assertThat(schema().validate(json, InputFormat.JSON)).isNotEmpty();
        assertThatThrownBy(() -> PolicyFile.parse(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"weights": {"correctness": 0}}         | weights: at least one weight must be above 0
            {"range": {"min": 1}}                   | range: min must be below max, both within -1000000..1000000: 1.0, 1.0
            {"conciseness": {"full_at_bytes": 10000}} | conciseness: full_at_bytes must be below zero_at_bytes
            {"pass_threshold": 1e999}               | pass_threshold: must be a finite number
            {"fence": "last", "fence": "first"}     | not valid JSON
            {"fence": "last"                        | not valid JSON
            {} {}                                   | not valid JSON
            """)
    void the_reader_also_refuses_what_a_schema_cannot_say(String json, String problem) {
        assertThatThrownBy(() -> PolicyFile.parse(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void all_problems_are_told_at_once_with_the_file(@TempDir Path folder) throws IOException {
        var file = folder.resolve("policy.json");
        Files.writeString(file, """
                {"weights": {"formt": 1, "compile": "x"}, "range": {"min": 5}, "fense": "last"}
                """);

        assertThatThrownBy(() -> RewardPolicy.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "policy.json:",
                        "weights.formt: unknown key; the nearest is \"format\"",
                        "weights.compile: must be a finite number",
                        "range: min must be below max",
                        "fense: unknown key; the nearest is \"fence\"");
    }

    @Test
    void a_missing_file_is_named() {
        assertThatThrownBy(() -> RewardPolicy.read(Path.of("no-such-policy.json")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such-policy.json");
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA_FILE));
    }
}
