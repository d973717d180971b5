package dev.rlvr.grader.reward;

import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.Component;
import dev.rlvr.grader.model.FenceChoice;
import dev.rlvr.grader.model.ScoringSpec;
import dev.rlvr.grader.model.Suite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How test results and the form of the answer become a reward. Thread-safe. */
public final class RewardPolicy {

    private final RewardConfig config;

    private RewardPolicy(RewardConfig config) {
        this.config = config;
    }

    public static RewardPolicy defaults() {
        return of(RewardConfig.DEFAULT);
    }

    public static RewardPolicy of(RewardConfig config) {
        return new RewardPolicy(config);
    }

    /** @throws IllegalArgumentException with every problem of the file, each with its field */
    public static RewardPolicy read(Path file) {
        return of(PolicyFile.read(file));
    }

    /** @throws IllegalArgumentException as {@link #read} does */
    public static RewardPolicy parse(String json) {
        return of(PolicyFile.parse(json));
    }

    /** The same policy, its rewards stretched to this range. */
    public RewardPolicy withRange(RewardConfig.Range range) {
        return of(config.withRange(range));
    }

    public RewardConfig config() {
        return config;
    }

    /** Which of several code blocks is to be graded. */
    public FenceChoice fence() {
        return config.fence();
    }

    /** How this suite is scored under this policy. */
    public ScoringSpec scoring(Suite suite) {
        return config.scoring().over(suite.scoring());
    }

    /** As {@link #reward(Attempt, Guessing)}, where nobody tried what guesses pass. */
    public Reward reward(Suite suite, String source, String extraction, List<CaseResult> cases) {
        return reward(new Attempt(suite, source, extraction, cases), Guessing.NONE);
    }

    /** @param guessing what constant answers pass in the same suite */
    public Reward reward(Attempt attempt, Guessing guessing) {
        var results = new Results(attempt.suite(), attempt.source(), attempt.cases());
        var parts = parts(results, attempt.extraction(), guessing);
        var components = new ArrayList<Component>();
        for (var part : parts) {
            components.add(new Component(part.name(), part.value(), part.weight() > 0));
        }
        components.addAll(results.metrics());
        return new Reward(value(parts), components);
    }

    private List<Part> parts(Results results, String extraction, Guessing guessing) {
        var weights = config.weights();
        var scoring = scoring(results.suite());
        var correctness = Correctness.of(results, scoring);
        var counted = correctness >= config.passThreshold() ? correctness : 0;
        var above = guessing.above(counted, results.suite(), scoring);
        var form = new Form(config, results, extraction);
        var gate = config.onlyWithCorrectness() && results.passed() == 0 ? 0 : 1;
        return List.of(
                new Part("correctness", weights.correctness(), counted),
                new Part("correctness_above_baseline", weights.correctnessAboveBaseline(), above),
                new Part("format", weights.format(), gate * form.format()),
                new Part("compile", weights.compile(), gate * form.compile()),
                new Part("conciseness", weights.conciseness(), gate * form.conciseness()),
                new Part("efficiency", weights.efficiency(), gate * form.efficiency()),
                new Part("safety", weights.safety(), gate * form.safety()));
    }

    private double value(List<Part> parts) {
        var sum = 0.0;
        var weights = 0.0;
        for (var part : parts) {
            sum += part.weight() * part.value();
            weights += part.weight();
        }
        var min = config.range().min();
        var max = config.range().max();
        var share = sum / weights;
        return share >= 1 ? max : Math.clamp(min + share * (max - min), min, max);
    }

    /** A component before it is reported: a value in [0, 1] and its share of the reward. */
    private record Part(String name, double weight, double value) {}

    /** @param components those of the reward, correctness first, then what is only reported */
    public record Reward(double value, List<Component> components) {
        public Reward {
            components = List.copyOf(components);
        }
    }
}
