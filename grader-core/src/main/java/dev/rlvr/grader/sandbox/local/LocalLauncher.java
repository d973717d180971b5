package dev.rlvr.grader.sandbox.local;

import dev.rlvr.grader.sandbox.SandboxException;
import dev.rlvr.grader.sandbox.agent.AgentLauncher;
import dev.rlvr.grader.sandbox.agent.AgentLink;
import java.io.IOException;
import java.util.List;

/** Each agent is a child process of this one. */
record LocalLauncher(List<String> command) implements AgentLauncher {

    @Override
    public AgentLink launch() {
        try {
            return new LocalLink(new ProcessBuilder(command).start());
        } catch (IOException e) {
            throw new SandboxException("cannot start the agent: " + e.getMessage(), false, e);
        }
    }
}
