package dev.rlvr.grader.language;

import dev.rlvr.grader.model.ByteSize;
import java.time.Duration;

/** What a language's runtime takes for itself: added to the limits of a suite, which are about the program. */
public record Allowance(Duration cpu, Duration wall, ByteSize memory) {
    public static final Allowance NONE = new Allowance(Duration.ZERO, Duration.ZERO, new ByteSize(0));
}
