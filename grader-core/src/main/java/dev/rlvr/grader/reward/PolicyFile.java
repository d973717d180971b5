package dev.rlvr.grader.reward;

import dev.rlvr.grader.model.ByteSize;
import dev.rlvr.grader.model.FenceChoice;
import dev.rlvr.grader.model.ScoringSpec;
import dev.rlvr.grader.model.ScoringSpec.Point;
import dev.rlvr.grader.reward.RewardConfig.Conciseness;
import dev.rlvr.grader.reward.RewardConfig.Efficiency;
import dev.rlvr.grader.reward.RewardConfig.Format;
import dev.rlvr.grader.reward.RewardConfig.Range;
import dev.rlvr.grader.reward.RewardConfig.Scoring;
import dev.rlvr.grader.reward.RewardConfig.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON form of a policy, {@code testcases/schema/policy.schema.json}. Every key is optional and defaults to
 * {@link RewardConfig#DEFAULT}, every unknown one is an error, and all problems are told at once.
 */
final class PolicyFile {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final RewardConfig DEFAULT = RewardConfig.DEFAULT;

    private static final Map<String, Function<Fields, Scoring>> SCORING = Map.of(
            "suite", _ -> new Scoring.OfSuite(),
            "fraction", _ -> new Scoring.Always(new ScoringSpec.Fraction()),
            "all_or_nothing", _ -> new Scoring.Always(new ScoringSpec.AllOrNothing()),
            "weighted_groups", _ -> new Scoring.Always(new ScoringSpec.WeightedGroups()),
            "curve", PolicyFile::curve);

    private PolicyFile() {}

    static RewardConfig read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read the policy " + file + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("policy " + file + ":\n" + e.getMessage(), e);
        }
    }

    static RewardConfig parse(String json) {
        var fields = Fields.of(tree(json));
        var config = fields.build(DEFAULT, () -> config(fields));
        fields.close();
        return config;
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static RewardConfig config(Fields fields) {
        fields.text("$schema", "");
        return new RewardConfig(
                weights(fields.object("weights")),
                range(fields.object("range")),
                scoring(fields.object("scoring")),
                fields.number("pass_threshold", DEFAULT.passThreshold()),
                fields.flag("only_with_correctness", DEFAULT.onlyWithCorrectness()),
                fields.oneOf("fence", Map.of("first", FenceChoice.FIRST, "last", FenceChoice.LAST), DEFAULT.fence()),
                format(fields.object("format")),
                conciseness(fields.object("conciseness")),
                efficiency(fields.object("efficiency")));
    }

    private static Weights weights(Fields fields) {
        var usual = DEFAULT.weights();
        return fields.build(
                usual,
                () -> new Weights(
                        fields.number("correctness", usual.correctness()),
                        fields.number("correctness_above_baseline", usual.correctnessAboveBaseline()),
                        fields.number("format", usual.format()),
                        fields.number("compile", usual.compile()),
                        fields.number("conciseness", usual.conciseness()),
                        fields.number("efficiency", usual.efficiency()),
                        fields.number("safety", usual.safety())));
    }

    private static Range range(Fields fields) {
        var usual = DEFAULT.range();
        return fields.build(
                usual, () -> new Range(fields.number("min", usual.min()), fields.number("max", usual.max())));
    }

    private static Scoring scoring(Fields fields) {
        return fields.oneOf("type", SCORING, _ -> DEFAULT.scoring()).apply(fields);
    }

    private static Scoring curve(Fields fields) {
        var points = fields.objects("points").stream().map(PolicyFile::point).toList();
        return fields.build(DEFAULT.scoring(), () -> new Scoring.Always(new ScoringSpec.Curve(points)));
    }

    private static Point point(Fields fields) {
        return fields.build(new Point(0, 0), () -> new Point(fields.number("passed", -1), fields.number("score", -1)));
    }

    private static Format format(Fields fields) {
        var usual = DEFAULT.format();
        return fields.build(usual, () -> new Format(fields.texts("required_rules", usual.requiredRules())));
    }

    private static Conciseness conciseness(Fields fields) {
        var usual = DEFAULT.conciseness();
        return fields.build(
                usual,
                () -> new Conciseness(
                        new ByteSize(
                                fields.whole("full_at_bytes", usual.fullAt().bytes())),
                        new ByteSize(
                                fields.whole("zero_at_bytes", usual.zeroAt().bytes()))));
    }

    private static Efficiency efficiency(Fields fields) {
        var usual = DEFAULT.efficiency();
        return fields.build(usual, () -> new Efficiency(fields.number("full_at_fraction", usual.fullAt())));
    }
}
