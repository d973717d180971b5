package dev.rlvr.grader.sandbox.agent;

import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.SandboxException;

/**
 * What an agent says when it starts: what it found where it is.
 *
 * @param cgroup version of the control groups that it can write; 0: none
 * @param landlock version of Landlock that it uses, at level {@code uid} only; 0: none
 */
public record Greeting(Isolation isolation, int cgroup, int landlock) {

    /**
     * Starts an agent, listens, and lets it go.
     *
     * @throws SandboxException when it does not start, in its own words
     */
    public static Greeting of(AgentLauncher launcher) throws InterruptedException {
        try (var agent = new Agent(launcher.launch(launcher.firstKind()))) {
            var hello = agent.hello();
            return new Greeting(hello.isolation(), hello.cgroup(), hello.landlock());
        } catch (AgentGone e) {
            throw new SandboxException(e.getMessage(), true, e);
        }
    }
}
