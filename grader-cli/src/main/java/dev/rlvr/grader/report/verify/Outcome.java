package dev.rlvr.grader.report.verify;

import dev.rlvr.grader.verify.SuiteReport;
import dev.rlvr.grader.verify.finding.Finding;
import dev.rlvr.grader.verify.finding.Severity;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A whole run.
 *
 * @param suites in the order of the files
 * @param version of the grader
 * @param sandbox where programs ran, and at which level
 */
public record Outcome(List<SuiteReport> suites, Duration took, String version, String sandbox) {

    public Outcome {
        suites = List.copyOf(suites);
    }

    public Stream<Finding> findings() {
        return suites.stream().flatMap(suite -> suite.findings().stream());
    }

    public long count(Severity severity) {
        return suites.stream().mapToLong(suite -> suite.count(severity)).sum();
    }

    /** Suites that could not be verified, through no fault of theirs. */
    public long failures() {
        return suites.stream().filter(suite -> suite.failure().isPresent()).count();
    }

    /** Suites without any finding above a note. */
    public long clean() {
        return suites.stream()
                .filter(suite ->
                        suite.failure().isEmpty() && suite.count(Severity.ERROR) + suite.count(Severity.WARNING) == 0)
                .count();
    }

    /** Mutants rejected, of those known to be wrong. */
    long killed() {
        return suites.stream().mapToLong(suite -> suite.strength().killed()).sum();
    }

    long survivors() {
        return suites.stream().mapToLong(suite -> suite.strength().survivors()).sum();
    }
}
