package dev.rlvr.grader.doctor;

import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.Sandbox;
import java.util.Locale;

/** Runs the probe in a sandbox and says what a user gets there. */
final class Walls {

    private Walls() {}

    static Finding finding(String backend, Sandbox sandbox) throws InterruptedException {
        var level = sandbox.isolation();
        var problem = Probe.problem(sandbox);
        if (problem.isPresent()) {
            return Finding.fail(backend, problem.get(), "do not grade foreign code here; report this");
        }
        var what = "isolation " + level.name().toLowerCase(Locale.ROOT) + ", seccomp and no network: tried";
        return level == Isolation.NAMESPACES
                ? Finding.pass(backend, what)
                : Finding.caution(backend, what, "allow user namespaces for the stronger level");
    }
}
