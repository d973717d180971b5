package dev.rlvr.grader.reward;

import dev.rlvr.grader.model.ScoreGroup;
import dev.rlvr.grader.model.ScoreGroup.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What groups inside of groups are worth. */
final class TreeScore {

    private final Function<String, Points> tests;

    /** @param tests from a test to whether it passed, and what its checker says it is worth; NaN where it does not say */
    TreeScore(Function<String, Points> tests) {
        this.tests = tests;
    }

    record Points(boolean passed, double score) {}

    Points of(ScoreGroup group) {
        var all = new ArrayList<Points>();
        for (var member : group.members()) {
            all.add(points(group, member));
            if (group.stops() && !all.getLast().passed()) {
                break;
            }
        }
        var passed = all.stream().allMatch(Points::passed);
        return new Points(passed, Math.clamp(score(group, all, passed), group.least(), group.most()));
    }

    private Points points(ScoreGroup group, Member member) {
        return switch (member) {
            case Member.Group(var inner) -> of(inner);
            case Member.Test(var id) -> {
                var test = tests.apply(id);
                var accepted = Double.isNaN(test.score()) ? group.accept() : test.score();
                yield new Points(test.passed(), test.passed() ? accepted : group.reject());
            }
        };
    }

    private static double score(ScoreGroup group, List<Points> all, boolean passed) {
        var scores = all.stream().mapToDouble(Points::score);
        return switch (group.aggregation()) {
            case SUM -> scores.sum();
            case LEAST -> scores.min().orElse(0);
            case GREATEST -> scores.max().orElse(0);
            case AVERAGE -> scores.average().orElse(0);
            case ALL -> passed ? group.most() : 0;
        };
    }
}
