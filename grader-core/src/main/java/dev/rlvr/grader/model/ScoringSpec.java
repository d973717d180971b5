package dev.rlvr.grader.model;

import java.util.List;

/** How passed tests become the correctness of a sample, a number in [0, 1]. */
public sealed interface ScoringSpec {

    /** Weight of the passed tests over the weight of all configured ones. */
    record Fraction() implements ScoringSpec {}

    /** 1 if every test passed, else 0. */
    record AllOrNothing() implements ScoringSpec {}

    /** IOI subtasks: a group counts with its weight if all its tests passed, else not at all. */
    record WeightedGroups() implements ScoringSpec {}

    /** The fraction, mapped through straight lines between the points; both axes run from 0 to 1. */
    record Curve(List<Point> points) implements ScoringSpec {
        public Curve {
            points = List.copyOf(points);
            if (points.size() < 2
                    || points.getFirst().passed() != 0
                    || points.getLast().passed() != 1) {
                throw new IllegalArgumentException("a curve needs at least 2 points, the first at 0 and the last at 1");
            }
            for (var i = 1; i < points.size(); i++) {
                if (points.get(i).passed() <= points.get(i - 1).passed()) {
                    throw new IllegalArgumentException("the points of a curve must have rising `passed`");
                }
            }
        }
    }

    /**
     * What a scoring problem is worth, over {@code best}.
     *
     * @param best a positive number
     */
    record Tree(ScoreGroup root, double best) implements ScoringSpec {
        public Tree {
            if (!(best > 0) || Double.isInfinite(best)) {
                throw new IllegalArgumentException("the best score must be a positive number, not " + best);
            }
        }
    }

    record Point(double passed, double score) {
        public Point {
            if (!(passed >= 0 && passed <= 1 && score >= 0 && score <= 1)) {
                throw new IllegalArgumentException("a point of a curve lies outside of 0..1: " + passed + ", " + score);
            }
        }
    }

    ScoringSpec FRACTION = new Fraction();
}
