package dev.rlvr.grader.bench;

import java.time.Duration;

/**
 * What came of some runs.
 *
 * @param cpu of everything: the runs, what started them, and this program
 * @param own what the runs themselves used, where it is known
 */
public record Tally(long runs, Duration wall, Duration cpu, Duration own) {

    static final Tally ZERO = new Tally(0, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    Tally plus(Tally other) {
        return new Tally(runs + other.runs, wall.plus(other.wall), cpu.plus(other.cpu), own.plus(other.own));
    }

    public double perSecond() {
        return runs / (wall.toNanos() / 1e9);
    }

    public double cpuMillisPerRun() {
        return cpu.toNanos() / 1e6 / runs;
    }

    public double ownMillisPerRun() {
        return own.toNanos() / 1e6 / runs;
    }
}
