package dev.rlvr.grader.sandbox;

/**
 * Runs jobs of untrusted programs. The port that every backend implements.
 *
 * <p>An implementation
 *
 * <ul>
 *   <li>MUST be thread-safe; concurrent jobs MUST NOT be able to see or influence each other;
 *   <li>MUST build first where there is something to build, and report that once; no case follows a build that failed;
 *   <li>MUST report every case exactly once and in order until the listener says stop, or throw;
 *   <li>MUST run every case in a fresh jail, and MUST have no process, file or IPC object of it left when the case is
 *       reported;
 *   <li>MUST report what a program does (exit code, signal, limit) as an outcome, never as an exception;
 *   <li>MUST throw {@link SandboxException} when it could not run a program for a reason that is not the program's, and
 *       MUST NOT have reported an outcome for that case;
 *   <li>MUST NOT lower the isolation below {@link #isolation()};
 *   <li>MUST stop when the calling thread is interrupted, leaving nothing behind.
 * </ul>
 */
public interface Sandbox extends AutoCloseable {

    void execute(Job job, JobListener listener) throws SandboxException, InterruptedException;

    /** The weakest level at which any of its runs takes place. */
    Isolation isolation();

    @Override
    void close();
}
