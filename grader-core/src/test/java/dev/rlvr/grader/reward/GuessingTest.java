package dev.rlvr.grader.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.CheckerSpec;
import dev.rlvr.grader.model.Component;
import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.model.Mode;
import dev.rlvr.grader.model.ScoringSpec;
import dev.rlvr.grader.model.Signals;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.model.TestGroup;
import dev.rlvr.grader.model.Usage;
import dev.rlvr.grader.model.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Partial credit for guesses, and what is reported of a run besides. */
class GuessingTest {

    private static final int TESTS = 10;

    private static final RewardPolicy ABOVE =
            RewardPolicy.parse("{\"weights\": {\"correctness\": 0, \"correctness_above_baseline\": 1}}");

    private static Suite suite(ScoringSpec scoring) {
        var cases = IntStream.range(0, TESTS)
                .mapToObj(i -> new TestCase("" + i, "all", 1, new TestCase.Check.Stdio("", "answer " + i)))
                .toList();
        return new Suite(
                "s",
                "python",
                new Mode.Stdio(),
                "",
                "",
                "",
                List.of(new TestGroup("all", 1)),
                cases,
                Limits.DEFAULT,
                CheckerSpec.TOKENS,
                scoring);
    }

    /** The first so many tests pass. */
    private static Attempt passing(int tests, ScoringSpec scoring) {
        var results = IntStream.range(0, tests)
                .mapToObj(i -> CaseResult.notRun("" + i, Verdict.ACCEPTED, ""))
                .toList();
        return new Attempt(suite(scoring), "x", "raw", results);
    }

    private static Guessing passes(String... tests) {
        return new Guessing(List.of(Set.of("9"), Set.of(tests)));
    }

    private static double component(RewardPolicy.Reward reward, String name) {
        return reward.components().stream()
                .filter(part -> part.name().equals(name))
                .mapToDouble(Component::value)
                .sum();
    }

    @ParameterizedTest(name = "{0} of 10 passed, 7 by the best guess")
    @CsvSource({"0, 0", "1, 0", "7, 0", "8, 0.3333333333", "10, 1"})
    void what_the_best_guess_passes_earns_nothing(int passed, double reward) {
        var guesses = passes("0", "1", "2", "3", "4", "5", "6");

        assertThat(ABOVE.reward(passing(passed, ScoringSpec.FRACTION), guesses).value())
                .isCloseTo(reward, within(1e-9));
    }

    @Test
    void where_no_guess_passes_it_is_the_correctness() {
        assertThat(ABOVE.reward(passing(3, ScoringSpec.FRACTION), Guessing.NONE).value())
                .isCloseTo(0.3, within(1e-9));
    }

    @Test
    void a_guess_is_scored_as_answers_are() {
        var guesses = passes("0", "1", "2", "3", "4", "5", "6");

        assertThat(ABOVE.reward(passing(TESTS, new ScoringSpec.AllOrNothing()), guesses)
                        .value())
                .isEqualTo(1);
        assertThat(component(
                        ABOVE.reward(passing(7, new ScoringSpec.AllOrNothing()), guesses),
                        "correctness_above_baseline"))
                .isZero();
    }

    @Test
    void a_suite_that_a_guess_passes_pays_for_nothing_above_it() {
        var all = IntStream.range(0, TESTS).mapToObj(String::valueOf).toArray(String[]::new);

        assertThat(ABOVE.reward(passing(TESTS, ScoringSpec.FRACTION), passes(all))
                        .value())
                .isZero();
    }

    @Test
    void by_default_it_is_reported_and_does_not_count() {
        var reward = RewardPolicy.defaults()
                .reward(passing(7, ScoringSpec.FRACTION), passes("0", "1", "2", "3", "4", "5", "6"));

        assertThat(reward.value()).isCloseTo(0.7, within(1e-9));
        assertThat(reward.components()).contains(new Component("correctness_above_baseline", 0, false));
    }

    private static Attempt seen(Signals... signals) {
        var results = IntStream.range(0, signals.length)
                .mapToObj(i -> new CaseResult("" + i, Verdict.ACCEPTED, Usage.NONE, "", signals[i]))
                .toList();
        return new Attempt(suite(ScoringSpec.FRACTION), "x", "raw", results);
    }

    @Test
    void signals_are_summed_over_the_tests_and_change_no_reward() {
        var honest = seen(Signals.NONE, Signals.NONE);
        var odd = seen(new Signals(3, 2, true, false, true), new Signals(4, 0, true, true, false));
        var policy = RewardPolicy.defaults();

        assertThat(policy.reward(odd, Guessing.NONE).value())
                .isEqualTo(policy.reward(honest, Guessing.NONE).value());
        assertThat(policy.reward(odd, Guessing.NONE).components())
                .contains(
                        new Component("forbidden_syscalls", 7, false),
                        new Component("leftover_processes", 2, false),
                        new Component("early_exit", 2, false),
                        new Component("output_cut", 1, false),
                        new Component("test_tampering", 1, false),
                        new Component("hardcoded_inputs", 0, false));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, false, false, false, 1",
        "1, 0, false, false, false, 0.5",
        "0, 1, false, false, false, 0.5",
        "0, 0, false, false, true, 0.5",
        "0, 0, true, true, false, 1"
    })
    void a_policy_may_pay_for_safety(
            int refused, int left, boolean early, boolean cut, boolean tampered, double value) {
        var signals = new Signals[TESTS];
        java.util.Arrays.fill(signals, Signals.NONE);
        signals[4] = new Signals(refused, left, early, cut, tampered);

        assertThat(RewardPolicy.parse("{\"weights\": {\"safety\": 1}}")
                        .reward(seen(signals), Guessing.NONE)
                        .value())
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            print("answer 7")                           | 1
            print('answer 7' if x else 'answer  8')     | 2
            print("answer 71")                          | 0
            print("answer", n)                          | 0
            T = {1: "the answer 7", 2: "answer\\n3"} | 1
            """)
    void answers_that_stand_in_the_program_are_counted(String source, int tests) {
        assertThat(Hardcoded.tests(suite(ScoringSpec.FRACTION), source)).isEqualTo(tests);
    }
}
