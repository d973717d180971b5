package dev.rlvr.grader.doctor;

import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.SandboxException;
import dev.rlvr.grader.sandbox.agent.Greeting;
import dev.rlvr.grader.sandbox.local.Installation;
import dev.rlvr.grader.sandbox.local.LocalProbe;
import dev.rlvr.grader.sandbox.local.LocalSandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code --sandbox local} gets on this machine: asks the agent, and runs a program. */
public record LocalBackend(Installation installation) implements Look {

    private static final String BACKEND = "sandbox local";

    private static final String ALLOW_NAMESPACES = "sudo sysctl -w user.max_user_namespaces=15000"
            + " kernel.unprivileged_userns_clone=1 kernel.apparmor_restrict_unprivileged_userns=0 (those that exist)";

    private static final String DELEGATE =
            "run the grader as root, or below `systemd-run --user --scope --property=Delegate=yes`";

    @Override
    public List<Finding> look() throws InterruptedException {
        var findings = new ArrayList<Finding>();
        var refused = new StringBuilder();
        var namespaces = greeting(Isolation.NAMESPACES, refused);
        findings.add(
                namespaces.isPresent()
                        ? Finding.pass("user namespaces", "this user can make them, and all that stands on them")
                        : Finding.caution("user namespaces", refused.toString(), ALLOW_NAMESPACES));
        var uid = namespaces.isPresent() ? Optional.<Greeting>empty() : greeting(Isolation.UID, refused);
        var best = namespaces.or(() -> uid);
        if (best.isEmpty()) {
            findings.add(Finding.fail(
                    BACKEND,
                    "no isolation level can be had, so nothing can be run here: " + refused,
                    ALLOW_NAMESPACES + ", or run the grader as root"));
            return findings;
        }
        findings.add(cgroups(best.get()));
        uid.ifPresent(greeting -> findings.add(landlock(greeting)));
        findings.add(walls(best.get().isolation()));
        return findings;
    }

    private Optional<Greeting> greeting(Isolation level, StringBuilder refused) throws InterruptedException {
        try {
            return Optional.of(LocalProbe.at(installation, level));
        } catch (SandboxException e) {
            refused.append(refused.isEmpty() ? "" : "; ").append(e.getMessage());
            return Optional.empty();
        }
    }

    private static Finding cgroups(Greeting greeting) {
        return greeting.cgroup() > 0
                ? Finding.pass("control groups", "version " + greeting.cgroup() + ", can be written")
                : Finding.caution(
                        "control groups",
                        "none can be written: CPU time and memory are measured by looking at processes",
                        DELEGATE);
    }

    private static Finding landlock(Greeting greeting) {
        return greeting.landlock() > 0
                ? Finding.pass("Landlock", "version " + greeting.landlock())
                : Finding.caution(
                        "Landlock",
                        "the kernel has none: at level uid programs can read every file that is open to all users",
                        "boot with lsm=landlock,... or Linux 5.13 or later");
    }

    private Finding walls(Isolation level) throws InterruptedException {
        try (var sandbox = new LocalSandbox(installation, 1, Optional.of(level))) {
            return Walls.finding(BACKEND, sandbox);
        } catch (SandboxException e) {
            return Finding.fail(BACKEND, String.valueOf(e.getMessage()), "see the reason; --debug shows where");
        }
    }
}
