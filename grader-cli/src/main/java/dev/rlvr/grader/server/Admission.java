package dev.rlvr.grader.server;

import java.time.Duration;

/** How many jobs are taken, and whether any are. Thread-safe. */
final class Admission {

    enum Answer {
        TAKEN,
        FULL,
        DRAINING
    }

    private final int most;
    private int taken;
    private boolean draining;

    Admission(int most) {
        this.most = most;
    }

    synchronized Answer enter() {
        if (draining) {
            return Answer.DRAINING;
        }
        if (taken == most) {
            return Answer.FULL;
        }
        taken++;
        return Answer.TAKEN;
    }

    synchronized void leave() {
        taken--;
        notifyAll();
    }

    synchronized int taken() {
        return taken;
    }

    synchronized boolean draining() {
        return draining;
    }

    /**
     * Takes no more, and waits for those that were.
     *
     * @return whether all of them are over
     */
    synchronized boolean drain(Duration atMost) throws InterruptedException {
        draining = true;
        var end = System.nanoTime() + atMost.toNanos();
        for (long left; taken > 0 && (left = end - System.nanoTime()) > 0; ) {
            wait(left / 1_000_000 + 1);
        }
        return taken == 0;
    }
}
