package dev.rlvr.grader.sandbox.agent;

import dev.rlvr.grader.sandbox.SandboxException;

/** Starts agents. Thread-safe. */
public interface AgentLauncher extends AutoCloseable {

    /**
     * Which kind of box runs jobs of this toolchain. Toolchains that share one share their boxes.
     *
     * @throws SandboxException when none does, with what to do
     */
    default String kind(String toolchain) {
        return "";
    }

    /** The kind of the box that is started first, to tell what can be had here. */
    default String firstKind() {
        return "";
    }

    /**
     * @param kind of box
     * @return the connection to an agent of its own, which may not have said anything yet
     * @throws SandboxException when none can be started, with what to do
     */
    AgentLink launch(String kind) throws InterruptedException;

    /** End what it keeps for agents to come. Called after every link was closed. */
    @Override
    default void close() {}
}
