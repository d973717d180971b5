package dev.rlvr.grader.sandbox.remote;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A worker as this side has come to know it. Thread-safe. */
final class Worker {

    /** So many failures in a row, and it is left alone for a while. */
    private static final int BREAKS_AT = 3;

    private static final Duration SHORTEST_BREAK = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 5;

    private final URI address;
    private final InstantSource clock;
    private int load;
    private int failures;
    private Instant usableFrom = Instant.MIN;

    Worker(URI address, InstantSource clock) {
        this.address = address;
        this.clock = clock;
    }

    URI address() {
        return address;
    }

    synchronized int load() {
        return load;
    }

    synchronized boolean usable() {
        return !clock.instant().isBefore(usableFrom);
    }

    synchronized void begin() {
        load++;
    }

    synchronized void end() {
        load--;
    }

    synchronized void succeeded() {
        failures = 0;
    }

    /** It is well, and has too much to do. */
    synchronized void busyFor(Duration time) {
        usableFrom = clock.instant().plus(time);
    }

    /** After each break one failure is enough for the next, which is twice as long. */
    synchronized void failed() {
        failures++;
        if (failures >= BREAKS_AT) {
            var doublings = Math.min(failures - BREAKS_AT, MOST_DOUBLINGS);
            usableFrom = clock.instant().plus(SHORTEST_BREAK.multipliedBy(1L << doublings));
        }
    }
}
