package dev.rlvr.grader.verify.check;

import dev.rlvr.grader.verify.evidence.Evidence;
import dev.rlvr.grader.verify.finding.Finding;
import dev.rlvr.grader.verify.finding.Rule;
import java.util.List;
import java.util.Locale;

/** Partial credit must not be farmed: an answer without any understanding earns little. */
final class GuessBaseline implements Check {

    /** Above what one lucky answer of three earns. */
    private static final double TOO_MUCH = 0.4;

    @Override
    public List<Finding> examine(Evidence evidence) {
        return evidence.guesses().stream()
                .filter(guess -> guess.reward() > TOO_MUCH)
                .limit(1)
                .map(guess -> evidence.finding(
                        Rule.GUESSABLE,
                        "",
                        String.format(Locale.ROOT, "a program that %s earns %.2f", guess.strategy(), guess.reward())))
                .toList();
    }
}
