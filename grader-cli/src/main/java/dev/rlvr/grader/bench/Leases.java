package dev.rlvr.grader.bench;

import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.model.SourceFile;
import dev.rlvr.grader.sandbox.CaseRun;
import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.ProgramRun;
import dev.rlvr.grader.sandbox.ProgramRun.Runner;
import dev.rlvr.grader.sandbox.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a job costs around its programs: to lease a warm box, send the job there, get the result back, and have the box
 * prove that it is clean. The time of the program itself, as the agent saw it, is taken off.
 */
public final class Leases {

    private static final int WARM_UP = 20;
    private static final int JOBS = 500;

    private static final Job EMPTY = new Job(
            "python",
            List.of(CaseRun.of(
                    "empty",
                    new ProgramRun(
                            Runner.SCRIPT,
                            List.of(SourceFile.utf8("solution.py", "")),
                            List.of(),
                            new byte[0],
                            Limits.DEFAULT))));

    private Leases() {}

    /** Of many leases, one after the other. */
    public record Latency(Duration median, Duration p99) {}

    public static Latency measure(Sandbox sandbox) throws InterruptedException {
        var times = new ArrayList<Duration>();
        for (var i = 0; i < WARM_UP + JOBS; i++) {
            var time = once(sandbox);
            if (i >= WARM_UP) {
                times.add(time);
            }
        }
        times.sort(null);
        return new Latency(times.get(JOBS / 2), times.get(JOBS * 99 / 100));
    }

    private static Duration once(Sandbox sandbox) throws InterruptedException {
        var run = new AtomicReference<>(Duration.ZERO);
        var start = System.nanoTime();
        sandbox.execute(EMPTY, (_, outcome) -> {
            run.set(outcome.candidate().usage().wall());
            return true;
        });
        return Duration.ofNanos(System.nanoTime() - start).minus(run.get());
    }
}
