package dev.rlvr.grader.sandbox.remote;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * When a job that makes no progress is given to a second worker as well. Whoever reports a case first is believed; both run the
 * same. Since a program that is slow by itself is so everywhere, and a fleet that is overloaded must not be given more to do, only
 * a share of the jobs under way may have a second worker at the same time. Thread-safe.
 */
final class Hedge {

    /** One in so many; and always one. */
    private static final int SHARE = 10;

    private final Duration after;
    private final AtomicInteger jobs = new AtomicInteger();
    private final AtomicInteger hedged = new AtomicInteger();

    /** @param after how long a job may make no progress */
    Hedge(Duration after) {
        this.after = after;
    }

    Duration after() {
        return after;
    }

    void jobBegun() {
        jobs.incrementAndGet();
    }

    void jobOver() {
        jobs.decrementAndGet();
    }

    /** @return whether a second worker may be asked; if so, {@link #end} has to follow */
    boolean begin() {
        var most = 1 + jobs.get() / SHARE;
        if (hedged.incrementAndGet() > most) {
            hedged.decrementAndGet();
            return false;
        }
        return true;
    }

    void end() {
        hedged.decrementAndGet();
    }
}
