package dev.rlvr.grader.verify.check;

import dev.rlvr.grader.model.ByteSize;
import dev.rlvr.grader.verify.evidence.Evidence;
import dev.rlvr.grader.verify.evidence.Trial;
import dev.rlvr.grader.verify.finding.Finding;
import dev.rlvr.grader.verify.finding.Rule;
import java.util.ArrayList;
import java.util.List;

/** A right solution written by somebody else is slower than ours: limits leave twice what the references need. */
final class RoomToSpare implements Check {

    private static final int FACTOR = 2;

    /** What an interpreter takes by itself is no sign of a tight limit. */
    private static final ByteSize SMALL = ByteSize.mebibytes(16);

    @Override
    public List<Finding> examine(Evidence evidence) {
        var findings = new ArrayList<Finding>();
        for (var trial : evidence.references()) {
            if (trial.passed()) {
                time(evidence, trial, findings);
                memory(evidence, trial, findings);
            }
        }
        return findings;
    }

    private static void time(Evidence evidence, Trial trial, List<Finding> findings) {
        var limit = evidence.entry().suite().limits().cpu();
        var slowest = trial.slowest().orElseThrow();
        var used = slowest.usage().cpu();
        if (used.multipliedBy(FACTOR).compareTo(limit) > 0) {
            findings.add(evidence.finding(
                    Rule.TIGHT_TIME,
                    "test " + slowest.id(),
                    trial.solution().name() + " needs " + used.toMillis() + " ms of the " + limit.toMillis()
                            + " ms allowed; allow " + rounded(used.toMillis() * FACTOR) + " ms or more"));
        }
    }

    private static void memory(Evidence evidence, Trial trial, List<Finding> findings) {
        var limit = evidence.entry().suite().limits().memory();
        var largest = trial.largest().orElseThrow();
        var used = largest.usage().memory();
        if (used.compareTo(SMALL) > 0 && used.bytes() * FACTOR > limit.bytes()) {
            findings.add(evidence.finding(
                    Rule.TIGHT_MEMORY,
                    "test " + largest.id(),
                    trial.solution().name() + " needs " + used.bytes() / (1 << 20) + " MiB of the "
                            + limit.bytes() / (1 << 20) + " MiB allowed; allow "
                            + (used.bytes() * FACTOR / (1 << 20) + 1) + " MiB or more"));
        }
    }

    /** Up to the next half of a second, or of a tenth of one where that is much. */
    private static long rounded(long millis) {
        var step = millis < 1000 ? 50 : 500;
        return (millis + step) / step * step;
    }
}
