package dev.rlvr.grader.sandbox.local;

import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.SandboxException;
import dev.rlvr.grader.sandbox.agent.Greeting;
import java.util.Optional;

/** What this machine can do, found out by doing it. */
public final class LocalProbe {

    private LocalProbe() {}

    /** @throws SandboxException when this level cannot be had here, with the agent's reason */
    public static Greeting at(Installation installation, Isolation level) throws InterruptedException {
        installation.check();
        return Greeting.of(new LocalLauncher(installation.command(Optional.of(level), true)));
    }
}
