package dev.rlvr.grader.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rlvr.grader.model.ByteSize;
import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.CheckerSpec;
import dev.rlvr.grader.model.Component;
import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.model.Mode;
import dev.rlvr.grader.model.ScoringSpec;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.model.TestGroup;
import dev.rlvr.grader.model.Usage;
import dev.rlvr.grader.model.Verdict;
import dev.rlvr.grader.reward.RewardPolicy.Reward;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewardPolicyTest {

    private static final ScoringSpec CURVE = new ScoringSpec.Curve(
            List.of(new ScoringSpec.Point(0, 0), new ScoringSpec.Point(0.5, 0.1), new ScoringSpec.Point(1, 1)));

    /** Tests 1 (weight 1) and 2 (weight 1) in group a (weight 1), test 3 (weight 2) in group b (weight 3). */
    private static Suite suite(ScoringSpec scoring) {
        var check = new TestCase.Check.Stdio("", "");
        return suite(
                scoring,
                List.of(new TestGroup("a", 1), new TestGroup("b", 3)),
                List.of(
                        new TestCase("1", "a", 1, check),
                        new TestCase("2", "a", 1, check),
                        new TestCase("3", "b", 2, check)));
    }

    private static Suite suite(ScoringSpec scoring, List<TestGroup> groups, List<TestCase> cases) {
        return new Suite(
                "s",
                "python",
                new Mode.Stdio(),
                "",
                "",
                "",
                groups,
                cases,
                Limits.DEFAULT,
                CheckerSpec.TOKENS,
                scoring);
    }

    private static CaseResult result(String id, Verdict verdict, double cpuSeconds) {
        var cpu = Duration.ofNanos((long) (cpuSeconds * 1e9));
        return new CaseResult(id, verdict, new Usage(cpu, cpu, ByteSize.mebibytes(64)), "");
    }

    /** One letter per test in order: A accepted, W wrong, C compile error, - no result at all. */
    private static List<CaseResult> results(String letters) {
        var results = new ArrayList<CaseResult>();
        for (var i = 0; i < letters.length(); i++) {
            var id = String.valueOf(i + 1);
            switch (letters.charAt(i)) {
                case 'A' -> results.add(result(id, Verdict.ACCEPTED, 1));
                case 'W' -> results.add(result(id, Verdict.WRONG_ANSWER, 1));
                case 'C' -> results.add(CaseResult.notRun(id, Verdict.COMPILE_ERROR, ""));
                default -> {}
            }
        }
        return results;
    }

    private static double component(Reward reward, String name) {
        return reward.components().stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static RewardPolicy policy(String json) {
        return RewardPolicy.of(PolicyFile.parse(json));
    }

    @ParameterizedTest(name = "{0}: fraction {1}, all or nothing {2}, groups {3}, curve {4}")
    @CsvSource({
        "AAA, 1.0,  1, 1.0,  1.0",
        "AAW, 0.5,  0, 0.25, 0.1",
        "AWW, 0.25, 0, 0.0,  0.05",
        "WWA, 0.5,  0, 0.75, 0.1",
        "AWA, 0.75, 0, 0.75, 0.55",
        "WWW, 0.0,  0, 0.0,  0.0",
        "AA-, 0.5,  0, 0.25, 0.1",
        "---, 0.0,  0, 0.0,  0.0",
        "CCC, 0.0,  0, 0.0,  0.0",
    })
    void what_was_configured_is_the_denominator(
            String results, double fraction, double allOrNothing, double groups, double curve) {
        var policy = RewardPolicy.defaults();

        assertThat(value(policy, ScoringSpec.FRACTION, results)).isEqualTo(fraction);
        assertThat(value(policy, new ScoringSpec.AllOrNothing(), results)).isEqualTo(allOrNothing);
        assertThat(value(policy, new ScoringSpec.WeightedGroups(), results)).isEqualTo(groups);
        assertThat(value(policy, CURVE, results)).isCloseTo(curve, within(1e-12));
    }

    private static double value(RewardPolicy policy, ScoringSpec scoring, String results) {
        return policy.reward(suite(scoring), "x", "raw", results(results)).value();
    }

    @Test
    void results_for_unknown_tests_do_not_count() {
        var results = new ArrayList<>(results("A"));
        results.add(result("99", Verdict.ACCEPTED, 1));

        assertThat(RewardPolicy.defaults()
                        .reward(suite(ScoringSpec.FRACTION), "x", "raw", results)
                        .value())
                .isEqualTo(0.25);
    }

    @Test
    void of_several_results_for_one_test_the_worst_decides() {
        for (var order : List.of(
                List.of(Verdict.ACCEPTED, Verdict.WRONG_ANSWER), List.of(Verdict.WRONG_ANSWER, Verdict.ACCEPTED))) {
            var results = order.stream().map(verdict -> result("3", verdict, 1)).toList();

            assertThat(RewardPolicy.defaults()
                            .reward(suite(ScoringSpec.FRACTION), "x", "raw", results)
                            .value())
                    .isZero();
        }
    }

    @Test
    void every_component_is_reported_correctness_first() {
        var reward = policy("""
                {"weights": {"format": 1}}""").reward(suite(ScoringSpec.FRACTION), "x", "fence:last", results("AAW"));

        assertThat(reward.components())
                .containsExactly(
                        new Component("correctness", 0.5, true),
                        new Component("correctness_above_baseline", 0.5, false),
                        new Component("format", 1, true),
                        new Component("compile", 1, false),
                        new Component("conciseness", 1, false),
                        new Component("efficiency", 0, false),
                        new Component("safety", 1, false),
                        new Component("pass_rate", 2 / 3.0, false),
                        new Component("tests_total", 3, false),
                        new Component("tests_passed", 2, false),
                        new Component("all_passed", 0, false),
                        new Component("compiled", 1, false),
                        new Component("code_found", 1, false),
                        new Component("cpu_ms_max", 1000, false),
                        new Component("memory_mb_max", 64, false),
                        new Component("forbidden_syscalls", 0, false),
                        new Component("leftover_processes", 0, false),
                        new Component("early_exit", 0, false),
                        new Component("output_cut", 0, false),
                        new Component("test_tampering", 0, false),
                        new Component("hardcoded_inputs", 0, false));
        assertThat(reward.value()).isEqualTo(0.75);
    }

    @Test
    void no_code_earns_nothing_and_is_reported() {
        var reward = policy("""
                {"weights": {"format": 1, "compile": 1, "conciseness": 1, "efficiency": 1}}""").reward(suite(ScoringSpec.FRACTION), "", "", List.of());

        assertThat(reward.value()).isZero();
        assertThat(component(reward, "code_found")).isZero();
        assertThat(component(reward, "compiled")).isZero();
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            AAA | {} | 1
            AAA | {"range": {"min": -1}} | 1
            AAW | {"range": {"min": -1}} | 0
            WWW | {"range": {"min": -1}} | -1
            AAA | {"range": {"min": -0.1, "max": 0.3}} | 0.3
            AAW | {"pass_threshold": 0.5} | 0.5
            AAW | {"pass_threshold": 0.6} | 0
            AAW | {"scoring": {"type": "all_or_nothing"}} | 0
            AAW | {"scoring": {"type": "weighted_groups"}} | 0.25
            AAW | {"weights": {"compile": 1}} | 0.75
            WWW | {"weights": {"compile": 1}} | 0
            WWW | {"weights": {"compile": 1}, "only_with_correctness": false} | 0.5
            CCC | {"weights": {"compile": 1}, "only_with_correctness": false} | 0
            AAA | {"weights": {"correctness": 0.8, "format": 0.2}} | 0.8
            AAA | {"weights": {"correctness": 0, "compile": 2}} | 1
            AAA | {"weights": {"efficiency": 1}, "efficiency": {"full_at_fraction": 0}} | 0.95
            AAW | {"weights": {"efficiency": 1}} | 0.25
            """)
    void the_policy_decides_what_a_result_is_worth(String results, String json, double value) {
        var reward = policy(json).reward(suite(ScoringSpec.FRACTION), "x", "raw", results(results));

        assertThat(reward.value()).isCloseTo(value, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "fence:last, 1",
        "fence:first, 1",
        "fence:joined, 1",
        "fence:last/continuation, 1",
        "tag:answer/raw, 1",
        "tag:solution/fence:unlabelled, 1",
        "fence:unlabelled, 0",
        "fence:unclosed, 0",
        "fence:unopened, 0",
        "raw, 0",
        "raw:trimmed, 0",
        "raw/continuation, 0",
        "'', 0",
    })
    void a_labelled_block_or_an_answer_tag_is_well_formed_by_default(String rule, double format) {
        var reward = RewardPolicy.defaults().reward(suite(ScoringSpec.FRACTION), "x", rule, results("AAA"));

        assertThat(component(reward, "format")).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1000, 1", "5500, 0.5", "10000, 0", "20000, 0"})
    void a_source_is_less_concise_the_longer_it_is(int length, double conciseness) {
        var reward =
                RewardPolicy.defaults().reward(suite(ScoringSpec.FRACTION), "x".repeat(length), "raw", results("AAA"));

        assertThat(component(reward, "conciseness")).isEqualTo(conciseness);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "5.5, 0.5", "10, 0", "11, 0"})
    void the_slowest_test_decides_the_efficiency(double seconds, double efficiency) {
        var results = List.of(
                result("1", Verdict.ACCEPTED, 0),
                result("2", Verdict.ACCEPTED, seconds),
                result("3", Verdict.ACCEPTED, 0));

        assertThat(component(
                        RewardPolicy.defaults().reward(suite(ScoringSpec.FRACTION), "x", "raw", results), "efficiency"))
                .isCloseTo(efficiency, within(1e-12));
    }

    @Test
    void extreme_weights_stay_finite() {
        var check = new TestCase.Check.Stdio("", "");
        var huge = suite(
                ScoringSpec.FRACTION,
                List.of(new TestGroup("a", Double.MAX_VALUE), new TestGroup("b", Double.MIN_VALUE)),
                List.of(
                        new TestCase("1", "a", Double.MAX_VALUE, check),
                        new TestCase("2", "a", Double.MAX_VALUE, check),
                        new TestCase("3", "b", Double.MIN_VALUE, check)));

        assertThat(RewardPolicy.defaults()
                        .reward(huge, "x", "raw", results("AAA"))
                        .value())
                .isEqualTo(1);
        assertThat(RewardPolicy.defaults()
                        .reward(huge, "x", "raw", results("AWA"))
                        .value())
                .isEqualTo(0.5);
    }

    @Test
    void rewards_are_finite_within_the_range_and_highest_when_all_passed() {
        var seed = 4242L;
        var random = new Random(seed);
        for (var round = 0; round < 5_000; round++) {
            var config = randomConfig(random);
            var suite = randomSuite(random);
            var results = suite.cases().stream()
                    .filter(_ -> random.nextInt(5) > 0)
                    .map(test -> result(test.id(), random(random, Verdict.values()), random.nextDouble() * 12))
                    .toList();
            var reward = RewardPolicy.of(config).reward(suite, "x".repeat(random.nextInt(50)), "raw", results);

            assertThat(reward.value())
                    .as("seed %d round %d", seed, round)
                    .isFinite()
                    .isBetween(config.range().min(), config.range().max());
            assertThat(reward.components())
                    .allSatisfy(part -> assertThat(part.value()).isFinite().isNotNegative());
            assertThat(component(reward, "correctness")).isBetween(0.0, 1.0);
        }
    }

    private static RewardConfig randomConfig(Random random) {
        var min = random.nextDouble() * 10 - 5;
        return new RewardConfig(
                new RewardConfig.Weights(
                        random.nextDouble() + 0.01,
                        random.nextInt(2),
                        random.nextInt(2),
                        random.nextInt(2),
                        random.nextInt(2),
                        random.nextInt(2),
                        random.nextInt(2)),
                new RewardConfig.Range(min, min + 1e-3 + random.nextDouble()),
                new RewardConfig.Scoring.OfSuite(),
                random.nextInt(3) * 0.3,
                random.nextBoolean(),
                RewardConfig.DEFAULT.fence(),
                RewardConfig.DEFAULT.format(),
                RewardConfig.DEFAULT.conciseness(),
                RewardConfig.DEFAULT.efficiency());
    }

    private static Suite randomSuite(Random random) {
        var check = new TestCase.Check.Stdio("", "");
        var count = 1 + random.nextInt(6);
        var groups = List.of(
                new TestGroup("g0", random.nextDouble() + 1e-9), new TestGroup("g1", 1e9 * (1 - random.nextDouble())));
        var cases = IntStream.range(0, count + 1)
                .mapToObj(i -> new TestCase("t" + i, "g" + i % 2, Math.exp(random.nextGaussian() * 20), check))
                .toList();
        return suite(
                random(
                        random,
                        ScoringSpec.FRACTION,
                        new ScoringSpec.AllOrNothing(),
                        new ScoringSpec.WeightedGroups(),
                        CURVE),
                groups,
                cases);
    }

    @SafeVarargs
    private static <T> T random(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
