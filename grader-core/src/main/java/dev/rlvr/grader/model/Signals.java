package dev.rlvr.grader.model;

/**
 * What one test saw a program do that honest ones seldom do: for the people who watch training, no verdict.
 *
 * @param forbiddenSyscalls system calls that the sandbox refused, as far as it counts them
 * @param leftoverProcesses processes still alive when the main one ended; they were killed
 * @param earlyExit whether it ended by itself before it had answered
 * @param outputCut whether it wrote more than is allowed
 * @param testTampering whether it spoke on a channel of the tests what was not its to say
 */
public record Signals(
        int forbiddenSyscalls, int leftoverProcesses, boolean earlyExit, boolean outputCut, boolean testTampering) {

    public static final Signals NONE = new Signals(0, 0, false, false, false);
}
