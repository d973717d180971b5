package dev.rlvr.grader.model;

import java.time.Duration;

/** What a run used: user + system time of every process, time on the clock, peak of resident memory. */
public record Usage(Duration cpu, Duration wall, ByteSize memory) {
    public static final Usage NONE = new Usage(Duration.ZERO, Duration.ZERO, new ByteSize(0));
}
