package dev.rlvr.grader.verify.check;

import dev.rlvr.grader.verify.evidence.Evidence;
import dev.rlvr.grader.verify.finding.Finding;
import dev.rlvr.grader.verify.finding.Rule;
import java.util.List;
import java.util.Locale;

/** Trainers send a suite with each of its samples: a synchronous invocation of a Lambda takes 6 MB in all. */
final class PayloadSize implements Check {

    private static final long LIMIT = 6L * 1024 * 1024;

    @Override
    public List<Finding> examine(Evidence evidence) {
        var bytes = evidence.entry().bytes();
        if (bytes < LIMIT / 2) {
            return List.of();
        }
        var rule = bytes < LIMIT ? Rule.PAYLOAD_LARGE : Rule.PAYLOAD_TOO_LARGE;
        var size = String.format(
                Locale.ROOT, "its row has %.1f MiB of the 6 MiB that one invocation takes", bytes / 1048576.0);
        return List.of(evidence.finding(rule, "", size));
    }
}
