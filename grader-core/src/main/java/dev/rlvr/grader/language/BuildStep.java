package dev.rlvr.grader.language;

import dev.rlvr.grader.model.ByteSize;
import java.time.Duration;

/** How a program is built. Its limits are its own: a suite's are about the program. */
public record BuildStep(Command command, Duration cpu, Duration wall, ByteSize memory) {
    static final Duration CPU = Duration.ofSeconds(30);
    static final Duration WALL = Duration.ofSeconds(60);
    static final ByteSize MEMORY = ByteSize.gibibytes(2);
}
