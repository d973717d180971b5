package dev.rlvr.grader.sandbox.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;

/**
 * The connection to one agent, wherever it runs.
 *
 * <p>An implementation
 *
 * <ul>
 *   <li>MUST end {@link #output()} when the agent or the connection to it is gone, and after {@link #kill()};
 *   <li>MUST NOT block in {@link #kill()} for as long as the agent lives or the machine it is on does not answer;
 *   <li>MUST have {@link #kill()} and {@link #close()} end every program that the agent runs, and MUST take both of
 *       them any number of times, in any order, from any thread.
 * </ul>
 */
public interface AgentLink extends AutoCloseable {

    /** Frames to the agent. */
    OutputStream input();

    /** Frames from the agent. One thread reads it. */
    InputStream output();

    /**
     * See to it that programs which need this much can run, and are stopped by their own limits and not by those around
     * the agent.
     *
     * @throws IOException when the connection to the agent was lost
     */
    default void makeRoom(Room room) throws IOException {}

    /**
     * Find out whether the agent is kept from working, by something that no program inside of it can do, although the
     * connection stands. May take its time.
     *
     * @return how, in a few words
     */
    default Optional<String> frozen() {
        return Optional.empty();
    }

    /**
     * Find out how the agent ended, after {@link #output()} did.
     *
     * @param patience how long to wait until it is known
     */
    AgentEnd end(Duration patience) throws InterruptedException;

    /** End the agent at once. */
    void kill();

    /** Let the agent clean up after itself, and end it if it takes longer than a few seconds. */
    @Override
    void close();
}
