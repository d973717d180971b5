package dev.rlvr.grader.reward;

import dev.rlvr.grader.model.ScoreGroup;
import dev.rlvr.grader.model.ScoringSpec;
import dev.rlvr.grader.model.ScoringSpec.Point;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.model.TestGroup;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** From passed tests to a number in [0, 1]; 1 exactly if all passed. */
final class Correctness {

    private Correctness() {}

    static double of(Results results, ScoringSpec scoring) {
        return switch (scoring) {
            case ScoringSpec.Fraction() -> fraction(results);
            case ScoringSpec.AllOrNothing() -> results.allPassed() ? 1 : 0;
            case ScoringSpec.WeightedGroups() -> groups(results);
            case ScoringSpec.Tree(var root, var best) -> Math.min(1, tree(results, root) / best);
            case ScoringSpec.Curve(var points) -> interpolated(points, fraction(results));
        };
    }

    private static double fraction(Results results) {
        return share(results.suite().cases(), TestCase::weight, results::passed);
    }

    private static double groups(Results results) {
        var cases = results.suite().cases();
        return share(
                results.suite().groups(),
                TestGroup::weight,
                group -> cases.stream()
                        .filter(test -> test.group().equals(group.id()))
                        .allMatch(results::passed));
    }

    /** What is over the best score is as good as it, and what is below nothing is nothing. */
    private static double tree(Results results, ScoreGroup root) {
        return Math.max(0, new TreeScore(results::points).of(root).score());
    }

    private static <T> double share(List<T> items, ToDoubleFunction<T> weight, Predicate<T> earned) {
        // Relative to the largest: the weights of a suite are finite, their sum need not be.
        var largest = items.stream().mapToDouble(weight).max().orElse(1);
        var sum = 0.0;
        var all = 0.0;
        for (var item : items) {
            var relative = weight.applyAsDouble(item) / largest;
            all += relative;
            sum += earned.test(item) ? relative : 0;
        }
        return sum / all;
    }

    private static double interpolated(List<Point> points, double passed) {
        for (var i = 1; i < points.size(); i++) {
            var from = points.get(i - 1);
            var to = points.get(i);
            if (passed < to.passed()) {
                var way = (passed - from.passed()) / (to.passed() - from.passed());
                return from.score() + way * (to.score() - from.score());
            }
        }
        return points.getLast().score();
    }
}
