package dev.rlvr.grader.reward;

import dev.rlvr.grader.model.ByteSize;
import dev.rlvr.grader.model.FenceChoice;
import dev.rlvr.grader.model.ScoringSpec;
import java.util.Arrays;
import java.util.List;

/**
 * What a reward is made of.
 *
 * @param passThreshold correctness below it counts as 0
 * @param onlyWithCorrectness whether the other components count only when at least one test passed, so that form alone
 *     earns nothing
 * @param fence which of several code blocks is graded
 */
public record RewardConfig(
        Weights weights,
        Range range,
        Scoring scoring,
        double passThreshold,
        boolean onlyWithCorrectness,
        FenceChoice fence,
        Format format,
        Conciseness conciseness,
        Efficiency efficiency) {

    public static final RewardConfig DEFAULT = new RewardConfig(
            new Weights(1, 0, 0, 0, 0, 0, 0),
            new Range(0, 1),
            new Scoring.OfSuite(),
            0,
            true,
            FenceChoice.LAST,
            new Format(List.of("fence:last", "fence:first", "fence:joined", "tag")),
            new Conciseness(new ByteSize(1_000), new ByteSize(10_000)),
            new Efficiency(0.1));

    public RewardConfig {
        if (!(passThreshold >= 0 && passThreshold <= 1)) {
            throw new IllegalArgumentException("pass_threshold must lie in 0..1, not " + passThreshold);
        }
    }

    public RewardConfig withRange(Range other) {
        return new RewardConfig(
                weights, other, scoring, passThreshold, onlyWithCorrectness, fence, format, conciseness, efficiency);
    }

    /** Shares of the reward. Only their proportions matter; what weighs 0 is reported and does not count. */
    public record Weights(
            double correctness,
            double correctnessAboveBaseline,
            double format,
            double compile,
            double conciseness,
            double efficiency,
            double safety) {

        private static final double LARGEST = 1e6;

        public Weights {
            var all = new double[] {
                correctness, correctnessAboveBaseline, format, compile, conciseness, efficiency, safety
            };
            for (var weight : all) {
                if (!(weight >= 0 && weight <= LARGEST)) {
                    throw new IllegalArgumentException("a weight must lie in 0..1000000, not " + weight);
                }
            }
            if (Arrays.stream(all).sum() == 0) {
                throw new IllegalArgumentException("at least one weight must be above 0");
            }
        }
    }

    /** What the worst and the best reward are called. */
    public record Range(double min, double max) {

        private static final double LARGEST = 1e6;

        public Range {
            if (!(min >= -LARGEST && max <= LARGEST && min < max)) {
                throw new IllegalArgumentException(
                        "min must be below max, both within -1000000..1000000: " + min + ", " + max);
            }
        }
    }

    /** Whose rule turns tests into correctness. */
    public sealed interface Scoring {

        record OfSuite() implements Scoring {}

        record Always(ScoringSpec spec) implements Scoring {}

        default ScoringSpec over(ScoringSpec ofSuite) {
            return switch (this) {
                case OfSuite() -> ofSuite;
                case Always(var spec) -> spec;
            };
        }
    }

    /**
     * When an answer is well formed.
     *
     * @param requiredRules extraction rules, or the part of them before a colon
     */
    public record Format(List<String> requiredRules) {
        public Format {
            requiredRules = List.copyOf(requiredRules);
            if (requiredRules.isEmpty()) {
                throw new IllegalArgumentException("at least one extraction rule must count as well formed");
            }
        }
    }

    /** 1 for a source up to {@code fullAt}, from there falling in a straight line to 0 at {@code zeroAt}. */
    public record Conciseness(ByteSize fullAt, ByteSize zeroAt) {
        public Conciseness {
            if (fullAt.compareTo(zeroAt) >= 0) {
                throw new IllegalArgumentException("full_at_bytes must be below zero_at_bytes");
            }
        }
    }

    /**
     * 1 if the slowest test takes up to {@code fullAt} of its CPU limit, from there falling in a straight line to 0 at the
     * limit.
     */
    public record Efficiency(double fullAt) {
        public Efficiency {
            if (!(fullAt >= 0 && fullAt < 1)) {
                throw new IllegalArgumentException("full_at_fraction must be at least 0 and below 1, not " + fullAt);
            }
        }
    }
}
