package dev.rlvr.grader.sandbox.local;

import dev.rlvr.grader.sandbox.SandboxException;
import dev.rlvr.grader.sandbox.agent.AgentLauncher;
import dev.rlvr.grader.sandbox.agent.AgentLink;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Each agent is a child process of this one. */
record LocalLauncher(List<String> command) implements AgentLauncher {

    @Override
    public AgentLink launch(String kind) {
        try {
            var builder = new ProcessBuilder(command);
            // Credentials of the machine, such as those of a cloud, have no business near what is not trusted.
            builder.environment().keySet().retainAll(Set.of("PATH", "LANG", "LC_ALL", "TMPDIR"));
            return new LocalLink(builder.start());
        } catch (IOException e) {
            throw new SandboxException("cannot start the agent: " + e.getMessage(), false, e);
        }
    }
}
