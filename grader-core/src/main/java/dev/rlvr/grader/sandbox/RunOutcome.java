package dev.rlvr.grader.sandbox;

import dev.rlvr.grader.model.Usage;

/**
 * How one program run went, as observed from outside of it.
 *
 * @param report what it wrote to the report channel; empty for runners that have none
 */
public record RunOutcome(Ending ending, Output stdout, Output stderr, Output report, Usage usage, Traces traces) {

    /** Why the run is over. Recorded by whoever ended it, never guessed from an exit code. */
    public sealed interface Ending {
        record Exited(int code) implements Ending {}

        record Signalled(int signal) implements Ending {}

        record LimitExceeded(Resource resource) implements Ending {}

        /** Killed by us, because the other half of a judged pair was over first. */
        record Stopped() implements Ending {}

        /** It, and only it, broke the sandbox on two boxes. Nothing else is known of the run. */
        record BrokeSandbox() implements Ending {}
    }

    public enum Resource {
        CPU,
        WALL,
        MEMORY,
        OUTPUT
    }

    /**
     * What the run left behind or tried, for the people who watch training.
     *
     * @param leftoverProcesses processes still alive when the main one ended; they were killed
     * @param oomKills processes killed for memory, the main one or any other
     * @param forbiddenSyscalls system calls that were refused, as far as the sandbox sees them
     */
    public record Traces(int leftoverProcesses, int oomKills, int forbiddenSyscalls) {
        public static final Traces NONE = new Traces(0, 0, 0);
    }

    public boolean exitedNormally() {
        return ending instanceof Ending.Exited(var code) && code == 0;
    }
}
