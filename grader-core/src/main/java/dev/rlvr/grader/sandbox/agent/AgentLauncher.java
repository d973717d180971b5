package dev.rlvr.grader.sandbox.agent;

import dev.rlvr.grader.sandbox.SandboxException;

/** Starts agents. Thread-safe. */
public interface AgentLauncher extends AutoCloseable {

    /**
     * @return the connection to an agent of its own, which may not have said anything yet
     * @throws SandboxException when none can be started, with what to do
     */
    AgentLink launch() throws InterruptedException;

    /** End what it keeps for agents to come. Called after every link was closed. */
    @Override
    default void close() {}
}
