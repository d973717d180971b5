package dev.rlvr.grader.verify.evidence;

import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.suite.PackageParts.TimeLimit;
import java.time.Duration;
import java.util.List;

/** The time limit of a package that leaves it to the time its solutions take. */
final class TimeMeasure {

    /** Nobody may take longer, or verification would. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private TimeMeasure() {}

    /** For the solutions that decide it. */
    static Suite generous(Suite suite) {
        return suite.withLimits(suite.limits().withCpu(LONGEST));
    }

    /** @param references run with the generous limit */
    static Suite limited(Suite suite, TimeLimit.Measured rule, List<Trial> references) {
        var slowest = references.stream()
                .flatMap(trial -> trial.slowest().stream())
                .map(result -> result.usage().cpu())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        var steps = (long)
                Math.ceil(slowest.toMillis() * rule.factor() / rule.step().toMillis());
        var limit = rule.step().multipliedBy(Math.max(1, steps));
        return suite.withLimits(suite.limits().withCpu(limit.compareTo(LONGEST) > 0 ? LONGEST : limit));
    }
}
